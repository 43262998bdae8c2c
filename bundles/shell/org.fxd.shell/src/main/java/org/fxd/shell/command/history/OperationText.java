package org.fxd.shell.command.history;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/** An operation as data and as text. */
record OperationText(Operation operation) {
  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", operation.id().toString());
    data.put("parents", operation.parents().stream().map(Hash::toString).toList());
    data.put("time", operation.time().toString());
    data.put("principal", operation.origin().principal());
    data.put("source", operation.origin().source());
    data.put("description", operation.description());
    data.put("before", operation.before().toString());
    data.put("after", operation.after().toString());
    data.put("fields", operation.fields());
    return data;
  }

  /** In one line, with a sign before it if the project stands here. */
  void line(Printer printer, boolean current) {
    printer
        .print(current ? "* " : "  ")
        .print(Style.NAME, operation.id().brief())
        .print("  " + operation.description())
        .print(
            Style.FAINT,
            "  "
                + Amounts.time(operation.time().atZone(ZoneId.systemDefault()).toOffsetDateTime())
                + "  "
                + who())
        .line();
  }

  /** The id and what it did, as part of a sentence. */
  void brief(Printer printer) {
    printer.print(Style.NAME, operation.id().brief()).print("  " + operation.description());
  }

  private String who() {
    String principal = operation.origin().principal();
    int address = principal.indexOf(" <");
    return (address > 0 ? principal.substring(0, address) : principal)
        + ", "
        + operation.origin().source();
  }
}
