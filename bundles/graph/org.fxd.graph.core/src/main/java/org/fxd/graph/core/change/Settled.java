package org.fxd.graph.core.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.merge.Contradiction.Sort;
import org.fxd.graph.api.merge.Standing;

/** How entries are to stand, as far as that is settled; of all others, as the two sides say. */
final class Settled {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Asked asked;
  private final Map<NodeId, Located> entries = new LinkedHashMap<>();

  Settled(TreeDiff mine, TreeDiff other, Asked asked) {
    this.mine = mine;
    this.other = other;
    this.asked = asked;
  }

  /** What is settled, in the order in which it was. */
  Map<NodeId, Located> entries() {
    return entries;
  }

  /** Settles an entry that both sides keep, unless it is settled. */
  void keep(NodeId id) {
    entries.computeIfAbsent(id, this::kept);
  }

  /** Settles how an entry stands. */
  void put(NodeId id, Located to) {
    entries.put(id, to);
  }

  /** An entry's node: as it is settled, or with the fields of both sides. */
  Node node(NodeId id) {
    return entries.containsKey(id) ? entries.get(id).entry().node() : merged(id);
  }

  /** An entry that both sides keep, with what both did to it. */
  private Located kept(NodeId id) {
    Located base = mine.before().get(id);
    Located here = mine.after().get(id);
    Located there = other.after().get(id);
    Place place = place(base, here, there);
    NodeId parent = pick(base.parent(), here.parent(), there.parent());
    if (differ(base.parent(), here.parent(), there.parent())) {
      Standing to = asked.settle(Sort.PARENT, id, "");
      parent = to.parent();
      place = to.entry().place();
    }
    Name name = pick(base.entry().name(), here.entry().name(), there.entry().name());
    if (differ(base.entry().name(), here.entry().name(), there.entry().name())) {
      name = asked.settle(Sort.NAME, id, "").entry().name();
    }
    Node node =
        new Fields(base.entry().node(), here.entry().node(), there.entry().node())
            .settled((key, unused) -> asked.settle(Sort.FIELD, id, key).entry().node());
    return new Located(parent, new Entry(id, name, place, node));
  }

  private static Place place(Located base, Located here, Located there) {
    boolean oneMoved = here.parent().equals(base.parent()) != there.parent().equals(base.parent());
    if (oneMoved) {
      return (here.parent().equals(base.parent()) ? there : here).entry().place();
    }
    Place one = here.entry().place();
    Place two = there.entry().place();
    Place lesser = one.compareTo(two) <= 0 ? one : two;
    return differ(base.entry().place(), one, two) ? lesser : pick(base.entry().place(), one, two);
  }

  private static <T> boolean differ(T base, T here, T there) {
    return !base.equals(here) && !base.equals(there) && !here.equals(there);
  }

  private static <T> T pick(T base, T here, T there) {
    return base.equals(here) ? there : here;
  }

  /** Whether an entry is there in the end. */
  boolean stays(NodeId id) {
    return !mine.removes(id)
        && !other.removes(id)
        && (!mine.before().containsKey(id) || Contradictions.alive(other, mine.before(), id))
        && (!other.before().containsKey(id) || Contradictions.alive(mine, other.before(), id));
  }

  /** The fields of both sides, which do not contradict. */
  private Node merged(NodeId id) {
    if (mine.keeps(id) && other.keeps(id)) {
      return kept(id).entry().node();
    }
    return located(id).entry().node();
  }

  /** Where an entry comes to stand, as far as is settled. */
  Located located(NodeId id) {
    Located to = entries.get(id);
    if (to != null) {
      return to;
    }
    Located here = mine.after().get(id);
    Located there = other.after().get(id);
    if (here == null || there == null) {
      return here == null ? there : here;
    }
    Located base = mine.before().get(id);
    if (base == null) {
      return there;
    }
    return new Located(
        pick(base.parent(), here.parent(), there.parent()),
        new Entry(
            id,
            pick(base.entry().name(), here.entry().name(), there.entry().name()),
            place(base, here, there),
            here.entry().node()));
  }
}
