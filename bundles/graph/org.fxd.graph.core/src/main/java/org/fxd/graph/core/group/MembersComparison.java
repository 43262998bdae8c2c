package org.fxd.graph.core.group;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.delta.LongestRun;

/** How two lists of members differ. Costs O(n log n). */
final class MembersComparison {
  private MembersComparison() {}

  static MembersDiff of(Members before, Members after) {
    Map<NodeId, Integer> earlier = new HashMap<>();
    List<Match> old = before.list();
    for (int i = 0; i < old.size(); i++) {
      earlier.put(old.get(i).id(), i);
    }
    List<Match> come = new ArrayList<>();
    List<Match> both = new ArrayList<>();
    List<Match> changed = new ArrayList<>();
    BitSet stayed = new BitSet(old.size());
    for (Match member : after.list()) {
      Integer at = earlier.get(member.id());
      if (at == null) {
        come.add(member);
      } else {
        both.add(member);
        stayed.set(at);
        if (!old.get(at).node().equals(member.node())) {
          changed.add(member);
        }
      }
    }
    List<Match> gone = new ArrayList<>();
    for (int i = stayed.nextClearBit(0); i < old.size(); i = stayed.nextClearBit(i + 1)) {
      gone.add(old.get(i));
    }
    int[] order = both.stream().mapToInt(member -> earlier.get(member.id())).toArray();
    return new MembersDiff(before, after, gone, come, changed, moved(both, order));
  }

  /**
   * Those that had to move.
   *
   * @param members in order
   * @param order where each stood before
   */
  static <T> List<T> moved(List<T> members, int[] order) {
    BitSet still = LongestRun.of(order);
    List<T> moved = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      if (!still.get(i)) {
        moved.add(members.get(i));
      }
    }
    return moved;
  }
}
