package org.fxd.graph.core.owner;

import java.util.function.Function;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.delta.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into a raw file only where its other form has to be compared with it: an import of a
 * thousand files does not have to scan them. For one comparison.
 */
final class OwnerSight implements Sight {
  /** So many raw files that are gone are searched for snippets that have come elsewhere. */
  static final int MOST_SEARCHED = 32;

  private static final Logger LOG = LoggerFactory.getLogger(OwnerSight.class);

  private final Predicate<Node> projected;
  private final Function<Entry, Node> projection;
  private int searched;

  /**
   * A sight.
   *
   * @param projected whether a node is stored without its inner nodes
   * @param projection the node of an entry with its inner nodes
   */
  OwnerSight(Predicate<Node> projected, Function<Entry, Node> projection) {
    this.projected = projected;
    this.projection = projection;
  }

  @Override
  public boolean isProjected(Node node) {
    return projected.test(node);
  }

  @Override
  public Match beside(Match match, Match other) {
    Node here = match.entry().node();
    Node there = other.entry().node();
    boolean otherForm =
        here.kind().equals(there.kind()) && isProjected(here) && !isProjected(there);
    return otherForm ? expand(match) : match;
  }

  @Override
  public Match alone(Match match, boolean later) {
    if (later || !isProjected(match.node()) || searched == MOST_SEARCHED) {
      return match;
    }
    searched++;
    return expand(match);
  }

  private Match expand(Match match) {
    try {
      return match.as(projection.apply(match.entry()));
    } catch (StoreException damaged) {
      // Who changes a file must be able to, whatever became of its content of before.
      LOG.warn("Who changed what in '{}' is not known: {}", match.name(), damaged.getMessage());
      return match;
    }
  }
}
