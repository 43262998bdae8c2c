package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.api.history.HistoryReport.Outcome;
import org.fxd.git.api.history.HistoryReport.RefResult;
import org.fxd.graph.api.Hash;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.print.Warnings;

/** What an import of a history brought, as data and as text. */
record HistoryText(String source, HistoryReport report, LookInto looked) {
  private static final int SHOWN = 20;

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("source", source);
    data.put("commits", report.commits());
    data.put("known", report.known());
    data.put("files", report.files());
    data.put("bytes", report.bytes());
    data.put("kept", report.kept());
    data.put("refs", report.refs().stream().map(HistoryText::data).toList());
    data.put("notes", report.notes());
    data.put("snippets", looked.snippets());
    data.put("pending", looked.pending());
    return data;
  }

  private static Map<String, Object> data(RefResult ref) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("ref", ref.name());
    data.put("outcome", word(ref.outcome()));
    data.put("commit", ref.commit().map(Hash::toString).orElse(null));
    return data;
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  void print(Printer printer) {
    printer.print("took in ").print(Style.NAME, source);
    printer.print(": " + Amounts.count(report.commits(), "commit"));
    printer.print(", " + Amounts.count(report.files(), "file version"));
    printer.line(", " + Amounts.bytes(report.bytes()));
    if (looked.snippets() > 0) {
      printer.line(Amounts.count(looked.snippets(), "snippet") + " in what is checked out");
    }
    if (looked.stopped()) {
      printer.print(Style.WARN, "stopped: ").line(looked.left());
    }
    printRefs(printer);
    Warnings.print(printer, "note", report.notes(), "more");
    if (report.commits() > 0) {
      printer.print(Style.FAINT, "fxd:log shows the history; fxd:branch the branches").line();
    }
  }

  private void printRefs(Printer printer) {
    List<RefResult> moved =
        report.refs().stream().filter(ref -> ref.outcome() != Outcome.SAME).toList();
    List<List<String>> rows = new ArrayList<>();
    for (RefResult ref : moved.subList(0, Math.min(SHOWN, moved.size()))) {
      rows.add(
          List.of(
              word(ref.outcome()),
              shortened(ref.name()),
              ref.commit().map(Hash::brief).orElse("")));
    }
    printer.table(List.of(), rows);
    if (moved.size() > SHOWN) {
      printer.line("and " + (moved.size() - SHOWN) + " more references; --json lists all");
    } else if (moved.isEmpty()) {
      printer.line("every branch and tag was there already");
    }
  }

  private static String shortened(String ref) {
    return ref.replaceFirst("^refs/(heads|tags)/", "");
  }
}
