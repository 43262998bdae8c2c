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
      Table table = table(limit);
      context.answer(null, printer -> table.print(printer, limit));
    }
  }

  /** Each as data, when it is asked for: they may be more than memory holds. */
  public Stream<Map<String, Object>> data() {
    return Stream.of(found)
        .mapMulti((all, each) -> all.each(match -> each.accept(hits.of(match).data())));
  }

  /** The rows that a person gets to see. */
  public Table table(long limit) {
    List<List<String>> rows = new ArrayList<>();
    long most = limit < 0 ? SHOWN : limit;
    long count =
        found.each(
            match -> {
              if (rows.size() < most) {
                rows.add(hits.of(match).row());
              }
            });
    return new Table(rows, count);
  }

  /**
   * Rows of a table.
   *
   * @param rows the first ones
   * @param count how many there are in all
   */
  public record Table(List<List<String>> rows, long count) {
    /** Writes it. */
    public void print(Printer printer, long limit) {
      if (count == 0) {
        printer.line("nothing found");
        return;
      }
      printer.table(Hit.HEADER, rows);
      String text = Amounts.count(count, "node");
      if (count > rows.size()) {
        text = "and " + Amounts.number(count - rows.size()) + " more; --json lists all";
      } else if (count == limit) {
        text = "the first " + text;
      }
      printer.print(Style.FAINT, text).line();
    }
  }
}
