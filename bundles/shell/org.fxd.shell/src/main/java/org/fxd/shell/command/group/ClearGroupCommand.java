package org.fxd.shell.command.group;

import org.fxd.graph.api.group.Group;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code group:clear}: nothing left in a group. */
@Component(property = Command.NAME + "=group:clear")
public final class ClearGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:clear", "Empties a group: list and selectors")
          .parameter("NAME", "the group", Completion.GROUP)
          .changes()
          .example("group:clear demo", "empties it")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    GroupEdit.of(context).change("emptied", Group::clear);
  }
}
