package org.fxd.shell.call;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.print.TextPrinter;

/** Tells, beside the answers, what a person should know about how a project is open. */
public final class Notices {
  private Notices() {}

  /** What there is to know of a project; nothing of none. */
  public static List<String> of(Optional<Workspace> workspace) {
    return workspace.map(Workspace::notices).orElse(List.of());
  }

  /** Tells what was not so before. */
  public static void tellNew(List<String> before, List<String> now, ShellIo io) throws IOException {
    TextPrinter printer = new TextPrinter(io.err(), io.terminalErr() && io.colours());
    for (String notice : now) {
      if (!before.contains(notice)) {
        printer.print(Style.FAINT, "note: " + notice).line();
      }
    }
    io.err().flush();
  }
}
