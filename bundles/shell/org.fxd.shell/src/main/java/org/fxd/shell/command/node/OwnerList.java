package org.fxd.shell.command.node;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.ownership.Stamp;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Found;

/**
 * Who made nodes and changed them, as an answer: for a person, one node in full and several in a
 * table; for a program, a list.
 *
 * @param owners knows
 * @param found the nodes
 */
record OwnerList(Owners owners, Found found) {
  private static final int SHOWN = 200;

  private record Line(Match match, Ownership ownership) {
    List<String> row() {
      return List.of(
          match.path().toString(),
          ownership.owner(),
          time(ownership.created()),
          ownership.lastModifiedBy(),
          time(ownership.modified()));
    }

    void print(Printer printer) {
      printer.table(
          List.of(),
          List.of(
              List.of("path", match.path().toString()),
              List.of("owner", ownership.owner()),
              List.of("created", said(ownership.created())),
              List.of("last modified by", ownership.lastModifiedBy()),
              List.of("modified", said(ownership.modified()))));
    }
  }

  /** Answers. */
  void answer(CommandContext context) {
    if (context.isJson()) {
      Stream<Map<String, Object>> data =
          Stream.of(found)
              .mapMulti(
                  (all, each) ->
                      all.each(
                          match ->
                              told(match, (one, ownership) -> each.accept(data(one, ownership)))));
      context.answer(data, printer -> {});
      return;
    }
    List<Line> lines = new ArrayList<>();
    long count =
        found.each(
            match -> {
              if (lines.size() < SHOWN) { // The others are only counted, which is quick.
                told(match, (each, ownership) -> lines.add(new Line(each, ownership)));
              }
            });
    context.answer(null, printer -> print(printer, lines, count));
  }

  /** Tells of a node, unless it is removed this very moment. */
  private void told(Match match, BiConsumer<Match, Ownership> each) {
    owners.of(match.id()).ifPresent(ownership -> each.accept(match, ownership));
  }

  private static void print(Printer printer, List<Line> lines, long count) {
    if (lines.isEmpty()) {
      printer.line("nothing found");
    } else if (count == 1) {
      lines.get(0).print(printer);
    } else {
      printer.table(
          List.of("PATH", "OWNER", "CREATED", "LAST MODIFIED BY", "MODIFIED"),
          lines.stream().map(Line::row).toList());
      String text = Amounts.count(count, "node");
      if (count > lines.size()) {
        text = "and " + Amounts.number(count - lines.size()) + " more; --json lists all";
      }
      printer.print(Style.FAINT, text).line();
    }
  }

  private static String time(Stamp stamp) {
    return Amounts.time(stamp.time().atZone(ZoneId.systemDefault()).toOffsetDateTime());
  }

  private static String said(Stamp stamp) {
    return time(stamp)
        + "  by "
        + stamp.origin().source()
        + "  (operation "
        + stamp.operation().brief()
        + ")";
  }

  private static Map<String, Object> data(Match match, Ownership ownership) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", match.path().toString());
    data.put("id", match.id().toString());
    data.put("owner", ownership.owner());
    data.put("created", data(ownership.created()));
    data.put("lastModifiedBy", ownership.lastModifiedBy());
    data.put("modified", data(ownership.modified()));
    return data;
  }

  private static Map<String, Object> data(Stamp stamp) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("time", stamp.time().toString());
    data.put("source", stamp.origin().source());
    data.put("operation", stamp.operation().toString());
    return data;
  }
}
