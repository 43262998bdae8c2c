package org.fxd.shell.command.group;

import org.fxd.graph.api.Name;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Names;
import org.osgi.service.component.annotations.Component;

/** {@code group:rename}: another name for a group. */
@Component(property = Command.NAME + "=group:rename")
public final class RenameGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:rename", "Gives a group another name")
          .parameter("NAME", "the group", Completion.GROUP)
          .parameter("OTHER", "its new name", Completion.NONE)
          .changes()
          .example("group:rename demo first-steps", "renames it")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    GroupEdit edit = GroupEdit.of(context);
    edit.in(context.workspace().root());
    Name other = Names.parse(context.parameter("OTHER").orElseThrow());
    edit.run(
        "renamed to " + other,
        transaction -> edit.groups().rename(transaction, edit.name(), other));
  }
}
