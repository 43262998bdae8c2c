package org.fxd.graph.core.select;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;

/**
 * Asks for a text in a node's text: its own value and those of all nodes below, one after the other
 * as they stand, heads and gaps as well. A file's text ends with the file, and what is sorted by
 * name does not adjoin. No projection is needed: its text is the file's. Immutable.
 */
final class HoldsText implements Check {
  private final Needle needle;

  HoldsText(Needle needle) {
    this.needle = needle;
  }

  @Override
  public int cost() {
    return 5;
  }

  private record Level(Iterator<Entry> rest, boolean apart) {}

  @Override
  public boolean meets(Match match, Matching run) {
    TextSearch search = new TextSearch(needle, run.cancellation());
    Deque<Level> levels = new ArrayDeque<>();
    enter(match.node(), search, levels);
    while (!search.isFound() && !levels.isEmpty()) {
      run.cancellation().check();
      Level level = levels.peek();
      if (level.apart()) {
        search.border();
      }
      if (level.rest().hasNext()) {
        enter(level.rest().next().node(), search, levels);
      } else {
        levels.pop();
      }
    }
    return search.isFound();
  }

  private static void enter(Node node, TextSearch search, Deque<Level> levels) {
    boolean file = node.kind().equals(Kind.FILE);
    if (file) {
      search.border();
      // Met when all that is in the file is done.
      levels.push(new Level(Collections.emptyIterator(), true));
    }
    search.add(node.value());
    if (node.size() > 0) {
      levels.push(new Level(node.entries().iterator(), node.kind().sortedByName()));
    }
  }
}
