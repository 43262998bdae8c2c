package org.fxd.graph.core.delta;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.projection.Projectors;

/**
 * What differs between two roots, node by node and through projections. Immutable; safe for use by
 * any number of threads; as large as the change is.
 */
public final class TreeDelta {
  private final Node before;
  private final Node after;
  private final Sight sight;
  private final Map<NodeId, Touched> kept;
  private final List<Match> added;
  private final List<Match> removed;
  private final Set<NodeId> addedIds;

  TreeDelta(
      Node before,
      Node after,
      Sight sight,
      Map<NodeId, Touched> kept,
      List<Match> added,
      List<Match> removed) {
    this.before = before;
    this.after = after;
    this.sight = sight;
    this.kept = Collections.unmodifiableMap(kept);
    this.added = List.copyOf(added);
    this.removed = List.copyOf(removed);
    this.addedIds = added.stream().map(Match::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Compares two roots through all projections. Costs what differs. */
  public static TreeDelta of(Node before, Node after, Projectors projectors) {
    return of(before, after, Sight.through(projectors));
  }

  /** Compares two roots. Costs what differs. */
  public static TreeDelta of(Node before, Node after, Sight sight) {
    return new TreeComparison(before, after, sight).result();
  }

  /** The earlier root. */
  public Node before() {
    return before;
  }

  /** The later root. */
  public Node after() {
    return after;
  }

  /** A node that both have and that differs in anything, be it only how it is stored. */
  public Optional<Touched> kept(NodeId id) {
    return Optional.ofNullable(kept.get(id));
  }

  /** The nodes that both have and that differ in anything, be it only how they are stored. */
  public Collection<Touched> kept() {
    return kept.values();
  }

  /** The nodes that are new, without those below them that are new too. */
  public List<Match> added() {
    return added;
  }

  /** The nodes that are gone, without those below them that are gone too. */
  public List<Match> removed() {
    return removed;
  }

  /** Whether a node is new and stands in one that is not. */
  public boolean isAdded(NodeId id) {
    return addedIds.contains(id);
  }

  /** The match with its inner nodes. */
  public Match expand(Match match) {
    return match.node() == match.entry().node() ? sight.alone(match, match.root() == after) : match;
  }

  /**
   * Tells all nodes that are new, with those below. Nodes that came from elsewhere are not told.
   *
   * @param visitor told of each node as stored, outer before inner; returns whether to go below it
   */
  public void eachAdded(Predicate<Match> visitor) {
    added.forEach(top -> each(top, visitor));
  }

  /** Tells all nodes that are gone, with those below, in the same manner. */
  public void eachRemoved(Predicate<Match> visitor) {
    removed.forEach(top -> each(top, visitor));
  }

  /** Tells a node that only one root has and those below it, in the same manner. */
  public void each(Match match, Predicate<Match> visitor) {
    if (visitor.test(match)) {
      for (Match child : below(expand(match))) {
        if (!kept.containsKey(child.id())) {
          each(child, visitor);
        }
      }
    }
  }

  /** The matches of a node's entries. */
  public static List<Match> below(Match match) {
    List<Match> below = new ArrayList<>();
    for (Entry entry : match.node().entries()) {
      below.add(match.child(entry));
    }
    return below;
  }
}
