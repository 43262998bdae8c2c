package org.fxd.graph.core.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;

/**
 * Reads nodes that a walk comes to soon from their store many at once: asked for one by one, most
 * of the time goes into asking. What is in memory, and nodes that are at hand, cost nothing.
 */
public final class NodesAhead {
  /** So many are held by what remembers what was read lately, for sure. */
  private static final int MOST = 4096;

  private NodesAhead() {}

  /** Whether nothing has to be read for a node. */
  public static boolean isAtHand(Node node) {
    return !(node instanceof StoredNode stored) || stored.objects().isAtHand(stored.hash());
  }

  /** Reads nodes, and all that stands below them, level by level; of very many, the first. */
  public static void readTrees(Collection<Node> tops) {
    List<Node> level = new ArrayList<>(tops);
    int left = MOST;
    while (!level.isEmpty() && left > 0) {
      List<Node> some = level.subList(0, Math.min(left, level.size()));
      read(some);
      left -= some.size();
      List<Node> next = new ArrayList<>();
      for (Node node : some) {
        if (next.size() < left && isAtHand(node)) {
          for (Entry entry : node.entries()) {
            next.add(entry.node());
            if (next.size() >= left) {
              break;
            }
          }
        }
      }
      level = next;
    }
  }

  /** Reads nodes. */
  public static void read(List<Node> nodes) {
    nodes.stream()
        .filter(node -> !isAtHand(node))
        .map(StoredNode.class::cast)
        .collect(Collectors.groupingBy(StoredNode::objects))
        .forEach(
            (objects, some) ->
                objects.readAhead(some.stream().map(StoredNode::hash).distinct().toList()));
  }
}
