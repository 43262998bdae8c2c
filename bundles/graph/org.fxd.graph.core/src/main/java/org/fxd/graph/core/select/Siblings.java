package org.fxd.graph.core.select;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/**
 * Where nodes stand among their siblings. Goes along with who asks for one after the other, at
 * every depth, so that a node with a million children is gone through once.
 */
final class Siblings {
  private final List<Row> rows = new ArrayList<>();

  /** The number of a node among those siblings that are counted; 0 if it is not there. */
  long position(Match match, Optional<Alternatives> counted, Matching run) {
    Row row = row(match);
    for (int turn = 0; turn < 2; turn++) {
      while (true) {
        if (match.id().equals(row.at)) {
          return row.position;
        }
        if (!row.rest.hasNext()) {
          break;
        }
        run.cancellation().check();
        row.step(match, counted, run);
      }
      row.restart();
    }
    return 0;
  }

  /** Whether a node is the last of its siblings. */
  boolean isLast(Match match, Matching run) {
    Row row = row(match);
    while (row.rest.hasNext()) {
      run.cancellation().check();
      row.step(match, Optional.empty(), run);
    }
    return match.id().equals(row.at);
  }

  private Row row(Match match) {
    int depth = 0;
    for (Match at = match; at.parent().isPresent(); at = at.parent().get()) {
      depth++;
    }
    while (rows.size() <= depth) {
      rows.add(null);
    }
    Row row = rows.get(depth);
    if (row == null || !row.isOf(match)) {
      row = new Row(match);
      rows.set(depth, row);
    }
    return row;
  }

  private static final class Row {
    private final Node container;
    private final Optional<NodeId> holder;
    private Iterator<Entry> rest;
    private NodeId at;
    private long position;

    Row(Match match) {
      this.container = match.container();
      this.holder = match.parent().map(Match::id);
      this.rest = container.entries().iterator();
    }

    boolean isOf(Match match) {
      return match.parent().map(Match::id).equals(holder) && container.equals(match.container());
    }

    void restart() {
      rest = container.entries().iterator();
      at = null;
      position = 0;
    }

    void step(Match match, Optional<Alternatives> counted, Matching run) {
      Entry entry = rest.next();
      if (!Visible.is(entry)) {
        return;
      }
      at = entry.id();
      if (counted.isEmpty() || counted.get().meets(beside(match, entry), run)) {
        position++;
      }
    }

    private static Match beside(Match match, Entry entry) {
      return match
          .parent()
          .map(parent -> parent.child(entry))
          .orElseGet(() -> Match.below(match.root(), entry));
    }
  }
}
