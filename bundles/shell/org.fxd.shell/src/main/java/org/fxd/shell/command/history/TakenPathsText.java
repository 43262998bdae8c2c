package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.workspace.Change;
import org.fxd.history.api.Commit;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/** What is said when paths were taken from a commit. */
final class TakenPathsText {
  private TakenPathsText() {}

  static void answer(CommandContext context, Commit from, List<NodePath> paths, Change change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("commit", from.id().toString());
    data.put("paths", paths.stream().map(NodePath::toString).toList());
    data.put("changed", change.count() > 0);
    context.answer(
        data,
        printer -> {
          if (change.count() == 0) {
            printer.line("nothing differs: all is as in " + from.id().brief());
            return;
          }
          printer
              .print("took " + Amounts.count(paths.size(), "path") + " from ")
              .print(Style.NAME, from.id().brief())
              .line("  " + from.summary())
              .print(Style.FAINT, "fxd:diff shows what differs now; fxd:undo takes it back")
              .line();
        });
  }
}
