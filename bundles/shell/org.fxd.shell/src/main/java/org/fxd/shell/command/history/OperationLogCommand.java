package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.project.Numbers;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:oplog}: what was done to the project, newest first. */
@Component(property = Command.NAME + "=fxd:oplog")
public final class OperationLogCommand implements Command {
  private static final int USUAL = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:oplog", "Lists what was done to the project, newest first")
          .description(
              """
              Every change is an operation: an edit, an import, a commit, a checkout, an undo. A star
              stands before the one that the project stands at. The digits are what fxd:undo,
              fxd:restore and fxd:at take; @ is the one with the star, @- the one before it.""")
          .option(
              "-n,--count", "N", "how many at most; 50 if not given, 0 for all", Completion.NONE)
          .optional(
              "OP", "the operation to begin with; the newest if not given", Completion.OPERATION)
          .example("fxd:oplog", "lists the newest operations")
          .example("fxd:oplog -n 3 --json", "lists three for a program")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    long limit = Numbers.of(context, "--count", 0).orElse(USUAL);
    OperationLog log = context.service(OperationLog.class);
    Hash current = log.current().id();
    List<Operation> operations = new ArrayList<>();
    boolean more = false;
    for (Operation operation :
        log.from(context.parameter("OP").map(log::find).orElseGet(log::newest))) {
      context.cancellation().check();
      if (limit > 0 && operations.size() == limit) {
        more = true;
        break;
      }
      operations.add(operation);
    }
    boolean left = more;
    context.answer(
        operations.stream().map(operation -> data(operation, current)).toList(),
        printer -> print(printer, operations, current, left));
  }

  private static Map<String, Object> data(Operation operation, Hash current) {
    Map<String, Object> data = new LinkedHashMap<>(new OperationText(operation).data());
    data.put("current", operation.id().equals(current));
    return data;
  }

  private static void print(
      Printer printer, List<Operation> operations, Hash current, boolean more) {
    for (Operation operation : operations) {
      new OperationText(operation).line(printer, operation.id().equals(current));
    }
    if (more) {
      printer.print(Style.FAINT, "there are more; -n 0 lists all").line();
    }
  }
}
