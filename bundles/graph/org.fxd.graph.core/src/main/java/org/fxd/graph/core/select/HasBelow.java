package org.fxd.graph.core.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;

/**
 * Asks whether something stands below a node. What was found out about a node is remembered for the
 * run, so that asking all nodes of a tree reads it about once. Immutable.
 */
final class HasBelow implements Check {
  /** Beyond, all is forgotten: what is found out anew costs time, but no more room. */
  private static final int REMEMBERED = 100_000;

  private final Alternatives wanted;
  private final boolean children;

  HasBelow(Alternatives wanted, boolean children) {
    this.wanted = wanted;
    this.children = children;
  }

  @Override
  public int cost() {
    return 4;
  }

  @Override
  public boolean meets(Match match, Matching run) {
    boolean projected = run.seen().isProjected(match);
    if (projected ? !wanted.inside() : match.node().size() == 0) {
      return false;
    }
    Answers answers = run.memory(this, Answers::new);
    Boolean known = answers.of(match);
    if (known != null) {
      return known;
    }
    Match top = run.seen().of(match);
    boolean found;
    if (!wanted.isSingle()) {
      found = anywhere(top, run);
    } else if (children) {
      found = rightBelow(top, run);
    } else {
      found = below(top, run, answers);
    }
    answers.put(match, found);
    return found;
  }

  /** The way to what is found depends on the top, so nothing is learned about what is between. */
  private boolean anywhere(Match top, Matching run) {
    Descent descent = new Descent(top.root(), top, run.cancellation());
    for (Match match = descent.next(); match != null; match = descent.next()) {
      if (wanted.meetsBelow(top, children, match, run)) {
        return true;
      }
      look(match, descent, run);
    }
    return false;
  }

  private boolean rightBelow(Match top, Matching run) {
    Descent descent = new Descent(top.root(), top, run.cancellation());
    for (Match match = descent.next(); match != null; match = descent.next()) {
      if (wanted.meets(match, run)) {
        return true;
      }
      descent.skip();
    }
    return false;
  }

  private boolean below(Match top, Matching run, Answers answers) {
    List<Match> way = new ArrayList<>();
    Descent descent = new Descent(top.root(), top, run.cancellation());
    for (Match match = descent.next(); match != null; match = descent.next()) {
      while (way.size() >= descent.depth()) {
        answers.leave(way.remove(way.size() - 1));
      }
      Boolean known = answers.of(match);
      if (Boolean.TRUE.equals(known) || wanted.meets(match, run)) {
        way.forEach(above -> answers.put(above, true));
        return true;
      }
      if (known == null) {
        way.add(look(match, descent, run));
      } else {
        descent.skip();
      }
    }
    way.forEach(answers::leave);
    return false;
  }

  /** Sees a projection if something in it may be wanted, else does not go into it. */
  private Match look(Match match, Descent descent, Matching run) {
    if (!run.seen().isProjected(match)) {
      return match;
    }
    if (!wanted.inside()) {
      descent.skip();
      return match;
    }
    Match seen = run.seen().of(match);
    descent.see(seen);
    return seen;
  }

  /** What was found out about nodes that hold others; of one root. */
  private static final class Answers {
    private final Map<NodeId, Boolean> known = new HashMap<>();

    Boolean of(Match match) {
      return known.get(match.id());
    }

    /** Nothing was found below; of what holds nothing, that need not be remembered. */
    void leave(Match match) {
      if (match.node().size() > 0) {
        put(match, false);
      }
    }

    void put(Match match, boolean found) {
      if (known.size() == REMEMBERED) {
        known.clear();
      }
      known.put(match.id(), found);
    }
  }
}
