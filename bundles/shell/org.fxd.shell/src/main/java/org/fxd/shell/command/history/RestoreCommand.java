package org.fxd.shell.command.history;

import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:restore}: goes to the state that an operation left. */
@Component(property = Command.NAME + "=fxd:restore")
public final class RestoreCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:restore", "Goes back to how the project was after an operation")
          .description(
              """
              All of the project becomes as that operation left it, whatever was done since. That is
              one operation, which fxd:undo undoes.""")
          .parameter("OP", "an operation as fxd:oplog shows it", Completion.OPERATION)
          .changes()
          .example("fxd:restore @--", "goes back to how it was two operations ago")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    OperationLog log = context.service(OperationLog.class);
    new StepText(
            "restored",
            log.restore(log.find(context.parameter("OP").orElseThrow()), context.origin()),
            "fxd:undo")
        .answer(context);
  }
}
