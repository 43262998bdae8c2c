package org.fxd.graph.api.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;

/**
 * The two forms of a file: stored as one blob, or with its inner nodes. Going from one to the other
 * is no change, unless the inner nodes say more than a projection would.
 */
public final class Forms {
  private static final String TYPE = "type";
  private static final Set<Kind> OF_TEXT = Set.of(Kind.SNIPPET, Kind.HEAD, Kind.GAP);

  private Forms() {}

  /**
   * Whether a node whose inner nodes are stored says more than its projection would: some inner
   * node is of a kind, or has metadata, that no projector gives. Reads all of it.
   */
  public static boolean saysMore(Node whole) {
    Deque<Node> left = new ArrayDeque<>(List.of(whole));
    while (!left.isEmpty()) {
      for (Entry entry : left.pop().entries()) {
        int known = entry.node().metadata().containsKey(TYPE) ? 1 : 0;
        if (entry.node().metadata().size() > known || !OF_TEXT.contains(entry.node().kind())) {
          return true;
        }
        left.push(entry.node());
      }
    }
    return false;
  }
}
