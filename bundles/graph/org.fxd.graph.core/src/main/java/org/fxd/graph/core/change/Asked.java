package org.fxd.graph.core.change;

import java.util.Optional;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.merge.Contradiction;
import org.fxd.graph.api.merge.Contradiction.Sort;
import org.fxd.graph.api.merge.Decider;
import org.fxd.graph.api.merge.Standing;

/** Puts contradictions before whoever decides them. */
record Asked(TreeDiff mine, TreeDiff other, Stubs stubs, Decider decider) {
  /** Asks about one entry; the key is empty but for metadata. */
  Optional<Standing> decide(Sort sort, NodeId id, String key) {
    boolean kept = mine.before().containsKey(id) || other.before().containsKey(id);
    Optional<Standing> base =
        kept && !stubs.contains(id)
            ? standing(mine.before().getOrDefault(id, other.before().get(id)))
            : Optional.empty();
    return decider.decide(
        new Contradiction(
            sort,
            id,
            key,
            TreeDiff.path(mine.after().containsKey(id) ? mine.after() : other.after(), id),
            base,
            standing(in(mine, other, id)),
            standing(in(other, mine, id))));
  }

  /** The same, where the answer says how it is to stand. */
  Standing settle(Sort sort, NodeId id, String key) {
    return decide(sort, id, key)
        .orElseThrow(() -> new IllegalArgumentException("Nothing was decided for " + sort));
  }

  /** Asks about an entry of their side whose name one of ours has. */
  Standing clash(NodeId id, Located ours, Located theirs) {
    Contradiction clash =
        new Contradiction(
            Sort.CLASH,
            id,
            "",
            TreeDiff.path(other.after().containsKey(id) ? other.after() : mine.after(), id),
            Optional.empty(),
            standing(ours),
            standing(theirs));
    return decider
        .decide(clash)
        .orElseThrow(() -> new IllegalArgumentException("Nothing was decided for a clash"));
  }

  /** Where a side has an entry; null if it does not. */
  private static Located in(TreeDiff side, TreeDiff opposite, NodeId id) {
    return side.touches(id) ? side.after().get(id) : opposite.before().get(id);
  }

  private static Optional<Standing> standing(Located located) {
    return Optional.ofNullable(located).map(at -> new Standing(at.parent(), at.entry()));
  }
}
