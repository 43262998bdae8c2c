package org.fxd.shell.command.group;

import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code group:delete}: a group less. */
@Component(property = Command.NAME + "=group:delete")
public final class DeleteGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:delete", "Deletes a group; its members stay")
          .parameter("NAME", "the group", Completion.GROUP)
          .changes()
          .example("group:delete demo", "deletes it")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    GroupEdit edit = GroupEdit.of(context);
    edit.in(context.workspace().root());
    edit.run("deleted", transaction -> edit.groups().remove(transaction, edit.name()));
  }
}
