package org.fxd.shell.command.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Finder;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.source.api.Followed;
import org.fxd.source.api.view.ProjectViews.Patched;

/**
 * What became of the snippets of a text that was taken back, and what decided it.
 *
 * @param context the call
 * @param title what the view is called
 * @param patched what was done
 */
record AppliedText(CommandContext context, String title, Patched patched) {
  private static final int SHOWN = 200;

  void answer() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("view", title);
    data.put("changed", nodes(patched.changed()));
    data.put("unchanged", patched.unchanged());
    data.put("created", nodes(patched.created()));
    data.put("skipped", patched.skipped());
    data.put("overridden", nodes(patched.overridden()));
    data.put("followed", patched.followed().stream().map(AppliedText::data).toList());
    context.answer(data, this::print);
  }

  private void print(Printer printer) {
    List<List<String>> rows = rows();
    if (rows.isEmpty()) {
      printer.line("nothing differs: " + title + " is as it was");
      return;
    }
    printer.table(
        List.of("", "DECIDED BY", "SNIPPET"), rows.subList(0, Math.min(SHOWN, rows.size())));
    if (rows.size() > SHOWN) {
      String more = "and " + Amounts.number(rows.size() - SHOWN) + " more; --json lists all";
      printer.print(Style.FAINT, more).line();
    }
    printer.print(Style.FAINT, Amounts.count(patched.changed().size(), "snippet") + " changed");
    if (patched.unchanged() > 0) {
      printer.print(Style.FAINT, ", " + Amounts.number(patched.unchanged()) + " as before");
    }
    printer.line();
    if (!patched.overridden().isEmpty()) {
      printer.print(Style.WARN, "had changed since, and were set all the same: ");
      printer.line(Amounts.count(patched.overridden().size(), "snippet"));
    }
  }

  private List<List<String>> rows() {
    Map<NodeId, Followed> followed =
        patched.followed().stream()
            .collect(Collectors.toMap(Followed::id, Function.identity(), (a, b) -> a));
    List<List<String>> rows = new ArrayList<>();
    for (NodeId id : patched.changed()) {
      Followed one = followed.remove(id);
      String by = one == null ? "marker" : by(one);
      rows.add(List.of("changed", by, one == null ? path(id) : names(one)));
    }
    patched.created().forEach(id -> rows.add(List.of("made", "orphan", path(id))));
    patched.skipped().forEach(id -> rows.add(List.of("left out", "unknown id", id)));
    for (Followed one : patched.followed()) {
      if (followed.containsKey(one.id())) {
        String what = one.before().isEmpty() ? "new" : one.after().isEmpty() ? "gone" : "followed";
        rows.add(List.of(what, by(one), names(one)));
      }
    }
    return rows;
  }

  private static String names(Followed one) {
    String before = one.before().orElse("");
    String after = one.after().orElse("");
    return before.isEmpty() || after.isEmpty() || before.equals(after)
        ? before.isEmpty() ? after : before
        : before + " -> " + after;
  }

  private static String by(Followed one) {
    return one.by() == Followed.By.NOTHING ? "" : one.by().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> data(Followed one) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", one.id().toString());
    data.put("before", one.before());
    data.put("after", one.after());
    data.put("by", one.by().name().toLowerCase(Locale.ROOT));
    data.put("from", one.from().stream().map(NodeId::toString).toList());
    return data;
  }

  private List<Map<String, Object>> nodes(List<NodeId> ids) {
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (NodeId id : ids) {
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("id", id.toString());
      node.put("path", path(id));
      nodes.add(node);
    }
    return nodes;
  }

  private String path(NodeId id) {
    return context
        .service(Finder.class)
        .find(context.workspace().root(), id)
        .map(match -> match.path().toString())
        .orElse("#" + id.brief());
  }
}
