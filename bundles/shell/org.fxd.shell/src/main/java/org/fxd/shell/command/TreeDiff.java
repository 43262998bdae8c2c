package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.PathFilter;
import org.fxd.shell.project.SnippetText;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.api.Sources;

/**
 * The differences between two trees as an answer: file by file, so that a large one is never held
 * whole unless it is asked for as JSON.
 *
 * @param others the two roots, and what differs besides files; told if no path limits the answer
 * @param filter which files are of interest
 * @param detail how closely it is told
 */
record TreeDiff(Sources sources, NodeChanges others, PathFilter filter, Detail detail) {
  private boolean stat() {
    return detail == Detail.COUNTS;
  }

  private Picking picking() {
    return others.picking();
  }

  /** Tells of each file of interest; returns how many there were. */
  private int forEach(CommandContext context, Consumer<FileDiff> visitor) {
    int[] count = {0};
    // Lines are counted without snippets, unless these say which lines.
    boolean scan = !stat() || !picking().isAll();
    Predicate<FileChange> each =
        change -> {
          context.cancellation().check();
          if (isHere(change)) {
            Picked picked = picking().in(change);
            Optional<FileDiff> diff =
                picked.isNothing()
                    ? Optional.empty()
                    : picked.of(FileDiff.of(change, sources, scan), sources);
            count[0] += diff.isPresent() ? 1 : 0;
            diff.ifPresent(visitor);
          }
          return true;
        };
    if (scan) {
      sources.diff(others.before(), others.after(), each);
    } else {
      sources.diffFiles(others.before(), others.after(), each);
    }
    return count[0];
  }

  private boolean isHere(FileChange change) {
    return change.before().filter(file -> filter.accepts(file.path())).isPresent()
        || change.after().filter(file -> filter.accepts(file.path())).isPresent();
  }

  List<Map<String, Object>> data(CommandContext context) {
    List<Map<String, Object>> data = new ArrayList<>();
    forEach(context, diff -> data.add(data(diff)));
    if (filter.acceptsAll()) {
      data.addAll(others.data(context));
    }
    return data;
  }

  private Map<String, Object> data(FileDiff diff) {
    Map<String, Object> data = diff.data(detail != Detail.COUNTS && detail != Detail.SNIPPETS);
    if (detail == Detail.WORDS) {
      data.put("words", diff.hunks().stream().map(hunk -> words(diff, hunk).data()).toList());
    }
    return data;
  }

  private HunkWords words(FileDiff diff, Hunk hunk) {
    return new HunkWords(diff, hunk, new WordDiff(sources));
  }

  /** Writes all; returns how many files and other nodes differ. */
  int print(CommandContext context, Printer printer) {
    int[] sums = {0, 0};
    int files =
        forEach(
            context,
            diff -> {
              sums[0] += diff.added();
              sums[1] += diff.removed();
              if (stat()) {
                head(printer, diff);
              } else {
                full(printer, diff);
              }
            });
    if (stat() && files > 0) {
      printer.line("%s, +%,d -%,d".formatted(Amounts.count(files, "file"), sums[0], sums[1]));
    }
    return files + (filter.acceptsAll() ? others.print(context, printer) : 0);
  }

  private void full(Printer printer, FileDiff diff) {
    head(printer, diff);
    diff.notes().forEach(note -> printer.line("    " + note));
    for (SnippetChange change : diff.change().snippets()) {
      snippet(printer, change);
    }
    if (detail == Detail.SNIPPETS) {
      return;
    }
    for (Hunk hunk : diff.hunks()) {
      printer.print(Style.NAME, hunk.header());
      Optional<Snippet> around = diff.around(hunk);
      around.ifPresent(s -> printer.print(Style.FAINT, " " + new SnippetText(s).title()));
      printer.line();
      if (detail == Detail.WORDS) {
        words(diff, hunk).print(printer);
      } else {
        lines(printer, diff, hunk);
      }
    }
  }

  private static void lines(Printer printer, FileDiff diff, Hunk hunk) {
    new HunkLines(diff, hunk)
        .forEach(
            (sign, line, cut) -> {
              printer.print(style(sign), sign + line).line();
              if (cut) {
                printer.print(Style.FAINT, "\\ no line break at the end").line();
              }
            });
  }

  private static void head(Printer printer, FileDiff diff) {
    Style style =
        switch (diff.change().kind()) {
          case ADDED -> Style.GOOD;
          case REMOVED -> Style.BAD;
          case CHANGED, MOVED -> Style.WARN;
        };
    printer.print(style, "%-8s".formatted(word(diff.change().kind()))).print(" ");
    printer.print(Style.STRONG, diff.oldPath().map(old -> old + " -> ").orElse("") + diff.path());
    if (diff.binary()) {
      printer.line("  binary");
    } else {
      printer.line("  +%,d -%,d".formatted(diff.added(), diff.removed()));
    }
  }

  private static void snippet(Printer printer, SnippetChange change) {
    Snippet snippet = change.after().or(change::before).orElseThrow();
    String text = "  " + sign(change.kind()) + " " + new SnippetText(snippet).title();
    if (change.kind() == SnippetChange.Kind.RENAMED || change.kind() == SnippetChange.Kind.MOVED) {
      text += change.before().map(old -> "  (was " + old.address() + ")").orElse("");
    }
    Style style =
        switch (change.kind()) {
          case ADDED -> Style.GOOD;
          case REMOVED -> Style.BAD;
          case CHANGED, RENAMED, MOVED -> Style.WARN;
        };
    printer.print(style, text).line();
  }

  private static String sign(SnippetChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case CHANGED -> "changed";
      case RENAMED -> "renamed";
      case MOVED -> "moved";
    };
  }

  /** What happened to a file, in a word. */
  static String word(FileChange.Kind kind) {
    return switch (kind) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case CHANGED -> "changed";
      case MOVED -> "moved";
    };
  }

  private static Style style(char sign) {
    return sign == '+' ? Style.GOOD : sign == '-' ? Style.BAD : Style.PLAIN;
  }
}
