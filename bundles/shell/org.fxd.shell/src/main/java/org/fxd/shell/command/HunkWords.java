package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.source.api.LineEdit;

/** The words of one hunk: lines that stayed are whole, those that were edited are compared. */
record HunkWords(FileDiff file, Hunk hunk, WordDiff words) {
  /** All runs in order; a run may hold line breaks. */
  List<WordRun> runs() {
    boolean crLf = file.before().isCrLf() && file.after().isCrLf();
    List<WordRun> runs = new ArrayList<>();
    int at = hunk.beginA();
    for (LineEdit edit : hunk.edits()) {
      stayed(runs, text(file.before(), at, edit.beginA(), crLf));
      runs.addAll(
          words.between(
              text(file.before(), edit.beginA(), edit.endA(), crLf),
              text(file.after(), edit.beginB(), edit.endB(), crLf)));
      at = edit.endA();
    }
    stayed(runs, text(file.before(), at, hunk.endA(), crLf));
    return runs;
  }

  /** Where the text does not end in a line break, in words; empty if it does. */
  String cut() {
    boolean before = file.before().isCut(hunk.endA() - 1);
    boolean after = file.after().isCut(hunk.endB() - 1);
    if (!before && !after) {
      return "";
    }
    return "no line break at the end" + (before && after ? "" : before ? " before" : " after");
  }

  /** The runs for a program, each with its sign. */
  List<Map<String, Object>> data() {
    List<Map<String, Object>> data = new ArrayList<>();
    for (WordRun run : runs()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("sign", String.valueOf(run.sign()));
      one.put("text", run.text());
      data.add(one);
    }
    return data;
  }

  /** Writes the runs; marks never reach over the end of a line. */
  void print(Printer printer) {
    boolean open = false;
    for (WordRun run : runs()) {
      String[] parts = run.text().split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          printer.line();
          open = false;
        }
        if (!parts[i].isEmpty()) {
          printer.print(style(run.sign()), run.marked(parts[i]));
          open = true;
        }
      }
    }
    if (open) {
      printer.line();
    }
    if (!cut().isEmpty()) {
      printer.print(Style.FAINT, "\\ " + cut()).line();
    }
  }

  private static Style style(char sign) {
    return sign == '+' ? Style.GOOD : sign == '-' ? Style.BAD : Style.PLAIN;
  }

  private static void stayed(List<WordRun> runs, String text) {
    if (!text.isEmpty()) {
      runs.add(new WordRun(' ', text));
    }
  }

  private static String text(Lines lines, int begin, int end, boolean crLf) {
    StringBuilder text = new StringBuilder();
    for (int i = begin; i < end; i++) {
      text.append(lines.shown(i, crLf)).append(lines.isCut(i) ? "" : "\n");
    }
    return text.toString();
  }
}
