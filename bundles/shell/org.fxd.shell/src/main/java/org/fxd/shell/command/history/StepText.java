package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.oplog.Step;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;

/**
 * A step in the operation log as an answer.
 *
 * @param done what was done with the operation: {@code undone}, say
 * @param step the step
 * @param back the command that takes it back
 */
record StepText(String done, Step step, String back) {
  void answer(CommandContext context) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(done, step.operation().id().toString());
    data.put("description", step.operation().description());
    data.put("operation", step.change().operation().id().toString());
    data.put("changed", step.change().count() > 0);
    data.put("outside", step.outside().orElse(null));
    context.answer(data, this::print);
  }

  private void print(Printer printer) {
    printer.print(done + "  ");
    new OperationText(step.operation()).brief(printer);
    printer.line();
    step.outside().ifPresent(said -> printer.line("not undone, as it is outside: " + said));
    printer
        .print(
            Style.FAINT,
            step.change().count() == 0 ? "nothing had to be changed" : "to take that back: " + back)
        .line();
  }
}
