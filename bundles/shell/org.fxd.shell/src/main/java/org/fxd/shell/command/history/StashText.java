package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxd.graph.api.Node;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Stashed;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/** Work that was put away, as data and as text. */
final class StashText {
  private final Sources sources;

  StashText(Sources sources) {
    this.sources = sources;
  }

  /** For a program. */
  static Map<String, Object> data(Stashed piece) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("number", piece.number());
    data.put("commit", piece.commit().id().toString());
    data.put("upon", piece.commit().parents().get(0).toString());
    data.put("when", piece.commit().committed().toString());
    data.put("message", piece.commit().message());
    return data;
  }

  /** In one line. */
  static void line(Printer printer, Stashed piece) {
    printer
        .print(Style.NAME, Integer.toString(piece.number()))
        .print("  " + piece.commit().summary())
        .print(Style.FAINT, "  " + Amounts.time(piece.commit().committed()))
        .line();
  }

  /** With the files that are concerned. */
  void show(CommandContext context, History history, Stashed piece) {
    Commit left = history.commit(piece.commit().parents().get(0));
    Node before = history.root(left);
    Node after = history.root(piece.commit());
    List<FileChange> changes = new ArrayList<>();
    sources.diffFiles(
        before,
        after,
        change -> {
          context.cancellation().check();
          return changes.add(change);
        });
    Map<String, Object> data = data(piece);
    data.put("files", changes.stream().map(change -> path(change)).toList());
    String ref = "refs/stash/" + piece.number();
    context.answer(
        data,
        printer -> {
          line(printer, piece);
          for (FileChange change : changes) {
            String word = change.kind().name().toLowerCase(Locale.ROOT);
            printer.line("    %-8s %s".formatted(word, path(change)));
          }
          printer.print(Style.FAINT, "its lines: fxd:diff " + ref + "- " + ref).line();
        });
  }

  private static String path(FileChange change) {
    return change.after().or(change::before).map(SourceFile::path).orElseThrow().toString();
  }
}
