package org.fxd.shell.command.history;

import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:undo}: goes back by one operation, or undoes one alone. */
@Component(property = Command.NAME + "=fxd:undo")
public final class UndoCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:undo", "Undoes the last operation, whatever it was")
          .description(
              """
              Each fxd:undo goes back by one more; fxd:redo goes forth again. All of the project goes
              back: files, views, branches, what is checked out, and work that is not committed. With
              OP only that operation is undone and later work stays; if later work contradicts that,
              nothing happens and the exit code is 3. Undoing is an operation too, so nothing is lost.
              What an operation did elsewhere, such as files it wrote, stays; you are told.""")
          .optional(
              "OP",
              "an operation as fxd:oplog shows it; the last if not given",
              Completion.OPERATION)
          .changes()
          .example("fxd:undo", "undoes the last operation")
          .example("fxd:undo @-", "undoes the one before the last, and keeps the last")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    OperationLog log = context.service(OperationLog.class);
    new StepText(
            "undone",
            context
                .parameter("OP")
                .map(typed -> log.undo(log.find(typed), context.origin()))
                .orElseGet(() -> log.undo(context.origin())),
            context.parameter("OP").isPresent() ? "fxd:undo" : "fxd:redo")
        .answer(context);
  }
}
