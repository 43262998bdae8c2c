package org.fxd.shell.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/**
 * Found nodes as an answer: a table for a person, a list for a program.
 *
 * @param hits shows them
 * @param found the nodes
 */
public record HitList(Hits hits, Found found) {
  private static final int SHOWN = 200;

  /**
   * Answers.
   *
   * @param limit how many rows a person asked for; below 0 if not said
   */
  public void answer(CommandContext context, long limit) {
    if (context.isJson()) {
      context.answer(data(), printer -> {});
    } else {
      Table table = table(context, limit);
      context.answer(null, table::print);
    }
  }

  /** Each as data, when it is asked for: they may be more than memory holds. */
  public Stream<Map<String, Object>> data() {
    return Stream.of(found)
        .mapMulti((all, each) -> all.each(match -> each.accept(hits.of(match).data())));
  }

  /**
   * What a person gets to see.
   *
   * @param limit how many rows a person asked for; below 0 if not said
   */
  public Table table(CommandContext context, long limit) {
    List<Hit> shown = new ArrayList<>();
    long most = limit < 0 ? SHOWN : limit;
    long count =
        found.each(
            match -> {
              if (shown.size() < most) {
                shown.add(hits.of(match));
              }
            });
    return new Table(shown, count, limit, context.isInteractive());
  }

  /**
   * Some hits for a person: at a terminal below the name of their file, so that lines stay short;
   * elsewhere, where other tools may read them, each with all there is.
   *
   * @param shown the first ones
   * @param count how many there are in all
   * @param limit how many were asked for
   * @param byFile whether they stand below their file
   */
  public record Table(List<Hit> shown, long count, long limit, boolean byFile) {
    /** Writes it. */
    public void print(Printer printer) {
      if (count == 0) {
        printer.line("nothing found");
        return;
      }
      if (byFile) {
        new HitsByFile(shown).print(printer);
      } else {
        printer.table(Hit.HEADER, shown.stream().map(Hit::row).toList());
      }
      String text = Amounts.count(count, "node");
      if (count > shown.size()) {
        text = "and " + Amounts.number(count - shown.size()) + " more; --json lists all";
      } else if (count == limit) {
        text = "the first " + text;
      }
      printer.print(Style.FAINT, text).line();
    }
  }
}
