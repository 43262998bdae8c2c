package org.fxd.graph.core.delta;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/**
 * What only one of two trees has, as far as is known by now: the subtrees, and the nodes in them
 * that had to be looked at because they may have come from, or gone to, somewhere else.
 */
final class Side {
  private final Map<NodeId, Match> tops = new LinkedHashMap<>();
  private final Map<NodeId, Match> alone = new HashMap<>();
  private final Deque<Match> closed = new ArrayDeque<>();
  private final Deque<Match> closedFiles = new ArrayDeque<>();
  private int inFiles;

  /** A subtree that the other tree's node of the same id does not have. */
  void top(Match match) {
    tops.put(match.id(), match);
    meet(match);
  }

  /** A node in such a subtree. */
  void meet(Match match) {
    if (alone.putIfAbsent(match.id(), match) == null) {
      inFiles += inFile(match) ? 1 : 0;
      (match.node().kind().equals(Kind.FILE) ? closedFiles : closed).add(match);
    }
  }

  private static boolean inFile(Match match) {
    return match.parent().flatMap(parent -> parent.nearest(Kind.FILE)).isPresent();
  }

  Match find(NodeId id) {
    return alone.get(id);
  }

  /** It has a counterpart, so it is not alone. */
  void take(NodeId id) {
    tops.remove(id);
    Match match = alone.remove(id);
    inFiles -= match != null && inFile(match) ? 1 : 0;
  }

  boolean isEmpty() {
    return alone.isEmpty();
  }

  List<Match> tops() {
    return new ArrayList<>(tops.values());
  }

  /**
   * Nodes that are alone and were not gone into yet, all at once: files only if the other side has
   * something alone that stood in a file, since to look into a file may mean to scan it.
   */
  List<Match> closed(Side other) {
    Deque<Match> next = closed.isEmpty() && other.inFiles > 0 ? closedFiles : closed;
    List<Match> list = new ArrayList<>();
    for (Match match : next) {
      if (alone.containsKey(match.id())) {
        list.add(match);
      }
    }
    next.clear();
    return list;
  }
}
