package org.fxd.graph.core.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Match;

/**
 * Paths of nodes that are asked for in the order of the tree. Counts the names of siblings on the
 * way along, where {@link Match#path} counts them anew for each.
 */
final class Paths {
  private final List<Row> rows = new ArrayList<>();

  /** The path of a node. */
  NodePath of(Match match) {
    List<NodePath.Step> steps = new ArrayList<>();
    for (Match at : match.way()) {
      steps.add(new NodePath.Step(at.name(), ordinal(at, steps.size())));
    }
    return new NodePath(steps);
  }

  private int ordinal(Match match, int depth) {
    Node container = match.container();
    if (container.kind().sortedByName()) {
      return 1;
    }
    while (rows.size() <= depth) {
      rows.add(null);
    }
    Row row = rows.get(depth);
    if (row == null || !row.container.equals(container)) {
      row = new Row(container);
      rows.set(depth, row);
    }
    // Once from where the last answer left it, then from the start.
    return row.goTo(match.id()) || row.restart().goTo(match.id())
        ? row.counts.get(match.name())
        : match.ordinal();
  }

  private static final class Row {
    private final Node container;
    private final Map<Name, Integer> counts = new HashMap<>();
    private Iterator<Entry> rest;
    private NodeId at;

    Row(Node container) {
      this.container = container;
      this.rest = container.entries().iterator();
    }

    boolean goTo(NodeId id) {
      while (!id.equals(at) && rest.hasNext()) {
        Entry entry = rest.next();
        at = entry.id();
        counts.merge(entry.name(), 1, Integer::sum);
      }
      return id.equals(at);
    }

    Row restart() {
      counts.clear();
      at = null;
      rest = container.entries().iterator();
      return this;
    }
  }
}
