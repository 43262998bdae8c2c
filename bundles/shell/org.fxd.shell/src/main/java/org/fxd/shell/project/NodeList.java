package org.fxd.shell.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/**
 * What is right below a node, as an answer. The text between snippets is left out, as selectors
 * leave it out.
 *
 * @param node the node
 */
public record NodeList(Match node) {
  private static final int SHOWN = 1000;

  /** Answers. */
  public void answer(CommandContext context) {
    List<Map<String, Object>> data = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    NodePath path = node.path();
    Map<Name, Integer> seen = new HashMap<>();
    long count = 0;
    for (Entry entry : node.node().entries()) {
      context.cancellation().check();
      if (entry.node().kind().equals(Kind.HEAD) || entry.node().kind().equals(Kind.GAP)) {
        continue;
      }
      count++;
      if (context.isJson()) {
        data.add(data(path.child(entry.name(), seen.merge(entry.name(), 1, Integer::sum)), entry));
      } else if (rows.size() < SHOWN) {
        rows.add(row(entry));
      }
    }
    long all = count;
    context.answer(data, printer -> print(printer, rows, all));
  }

  private static void print(Printer printer, List<List<String>> rows, long count) {
    if (rows.isEmpty()) {
      printer.line("empty");
      return;
    }
    printer.table(List.of("ID", "TYPE", "NAME", "VALUE"), rows);
    if (count > rows.size()) {
      String more = "and " + Amounts.number(count - rows.size()) + " more; --json lists all";
      printer.print(Style.FAINT, more).line();
    }
  }

  private static List<String> row(Entry entry) {
    return List.of(
        entry.id().brief(),
        new NodeTypes(entry.node()).main(),
        entry.name().toString(),
        new ValueText(entry.node().value()).brief());
  }

  private static Map<String, Object> data(NodePath path, Entry entry) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", path.toString());
    data.put("id", entry.id().toString());
    data.put("kind", entry.node().kind().name());
    data.put("types", new NodeTypes(entry.node()).all());
    data.put("name", entry.name().toString());
    data.put("valueType", new ValueText(entry.node().value()).type());
    data.put("value", new ValueText(entry.node().value()).data());
    return data;
  }
}
