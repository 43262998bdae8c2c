package org.fxd.shell.command.history;

import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:redo}: does again what was undone last. */
@Component(property = Command.NAME + "=fxd:redo")
public final class RedoCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:redo", "Does again what fxd:undo undid")
          .description(
              """
              Goes forth by one operation, as often as fxd:undo went back, until something else is
              done.""")
          .changes()
          .example("fxd:redo", "takes the last fxd:undo back")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    OperationLog log = context.service(OperationLog.class);
    new StepText("redone", log.redo(context.origin()), "fxd:undo").answer(context);
  }
}
