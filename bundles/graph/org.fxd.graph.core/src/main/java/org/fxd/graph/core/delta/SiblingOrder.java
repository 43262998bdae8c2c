package org.fxd.graph.core.delta;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/**
 * Which of the entries that got other places stand elsewhere among their siblings. A file that is
 * scanned again has its entries spaced anew, and nobody calls that a move.
 */
public final class SiblingOrder {
  /** Below this, looking at all siblings costs no more than reading a chunk. */
  private static final int FEW = 64;

  /** Above this, looking at all siblings costs more than what has changed. */
  private static final int PER_CHANGE = 8;

  private SiblingOrder() {}

  /**
   * Those that moved, as few as can be if those that kept their places did not.
   *
   * @param shifted entries of both nodes that have another place in the second. If these are few
   *     among very many, their siblings are not read, and all of them count as moved
   */
  public static Set<NodeId> moved(Node before, Node after, Set<NodeId> shifted) {
    if (after.size() > FEW && after.size() / PER_CHANGE > shifted.size()) {
      return shifted;
    }
    Set<NodeId> later = new HashSet<>();
    after.entries().forEach(entry -> later.add(entry.id()));
    Map<NodeId, Integer> position = new HashMap<>();
    Map<NodeId, Integer> section = new HashMap<>();
    int fixed = 0;
    for (Entry entry : before.entries()) {
      if (shifted.contains(entry.id())) {
        section.put(entry.id(), fixed);
        position.put(entry.id(), position.size());
      } else if (later.contains(entry.id())) {
        fixed++;
      }
    }
    List<NodeId> candidates = new ArrayList<>();
    Set<NodeId> earlier = new HashSet<>();
    before.entries().forEach(entry -> earlier.add(entry.id()));
    fixed = 0;
    for (Entry entry : after.entries()) {
      if (Integer.valueOf(fixed).equals(section.get(entry.id()))) {
        candidates.add(entry.id());
      } else if (!shifted.contains(entry.id()) && earlier.contains(entry.id())) {
        fixed++;
      }
    }
    BitSet still = LongestRun.of(candidates.stream().mapToInt(position::get).toArray());
    Set<NodeId> moved = new HashSet<>(shifted);
    still.stream().mapToObj(candidates::get).forEach(moved::remove);
    return moved;
  }
}
