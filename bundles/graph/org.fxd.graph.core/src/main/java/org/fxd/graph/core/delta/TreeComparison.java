package org.fxd.graph.core.delta;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;

/**
 * Compares two trees by id, as {@code Nodes.compare} does, but looks into nodes that are stored
 * without their inner nodes where these differ, as far as its {@link Sight} goes.
 *
 * <p>Subtrees that only one of them has are gone into as long as both sides have something that has
 * no counterpart yet: it may have moved.
 */
final class TreeComparison {
  private static final String CONTENT = "content";
  private static final String EXECUTABLE = "executable";

  private final Node before;
  private final Node after;
  private final Sight sight;
  private final Map<NodeId, Pair> pairs = new LinkedHashMap<>();

  /** What is still to be compared. Trees may be deep: nothing here recurs. */
  private final Deque<Pair> waiting = new ArrayDeque<>();

  /** Nodes and what in them both have, in the order in which they were met. */
  private final List<Within> within = new ArrayList<>();

  private final Side added = new Side();
  private final Side removed = new Side();

  /** A node that both have. */
  private static final class Pair {
    private Match from;
    private Match to;
    private boolean own;
    private boolean below;
    private boolean moved;

    Pair(Match from, Match to) {
      this.from = from;
      this.to = to;
    }

    boolean reparented() {
      return !from.parent().map(Match::id).equals(to.parent().map(Match::id));
    }
  }

  private record Within(Pair parent, Pair child) {}

  TreeComparison(Node before, Node after, Sight sight) {
    this.before = before;
    this.after = after;
    this.sight = sight;
  }

  TreeDelta result() {
    if (!before.hash().equals(after.hash())) {
      compare(Optional.empty(), before, after);
      compareWaiting();
      match();
      tellAbove();
    }
    Map<NodeId, Touched> kept = new HashMap<>();
    pairs.forEach(
        (id, pair) ->
            kept.put(id, new Touched(pair.from, pair.to, pair.own, pair.below, pair.moved)));
    List<Match> come = added.tops();
    come.sort(TreeOrder.ORDER);
    List<Match> gone = removed.tops();
    gone.sort(TreeOrder.ORDER);
    return new TreeDelta(before, after, sight, kept, come, gone);
  }

  /** Notes a node that both have, to be compared; known ones are not compared again. */
  private Pair keep(Match from, Match to) {
    Pair known = pairs.get(to.id());
    if (known != null) {
      return known;
    }
    Pair pair = new Pair(from, to);
    pairs.put(to.id(), pair);
    added.take(to.id());
    removed.take(to.id());
    pair.moved = pair.reparented() || !from.name().equals(to.name());
    boolean asStored = from.entry().node().hash().equals(to.entry().node().hash());
    boolean projected = sight.isProjected(from.node());
    // What is projected depends on the name too.
    if (!asStored || projected && !from.name().equals(to.name())) {
      waiting.push(pair);
    }
    return pair;
  }

  private void compareWaiting() {
    while (!waiting.isEmpty()) {
      Pair pair = waiting.pop();
      Match from = pair.from;
      pair.from = sight.beside(from, pair.to);
      pair.to = sight.beside(pair.to, from);
      compare(Optional.of(pair), pair.from.node(), pair.to.node());
    }
  }

  /** What differs in a node tells all nodes that it is in. */
  private void tellAbove() {
    boolean told = true;
    while (told) {
      told = false;
      // What is met later mostly stands deeper, so one round does nearly always.
      for (int i = within.size() - 1; i >= 0; i--) {
        Pair parent = within.get(i).parent;
        Pair child = within.get(i).child;
        if (!parent.below && (child.moved || child.own || child.below)) {
          parent.below = true;
          told = true;
        }
      }
    }
  }

  private void compare(Optional<Pair> pair, Node earlier, Node later) {
    Below below = new Below(pair);
    later.diff(earlier, below);
    below.end(earlier, later);
  }

  /** Puts together what is gone here and has come there. */
  private void match() {
    while (!added.isEmpty() && !removed.isEmpty()) {
      List<Match> come = added.closed(removed);
      come.forEach(match -> open(match, true));
      compareWaiting();
      List<Match> gone = removed.closed(added);
      gone.forEach(match -> open(match, false));
      compareWaiting();
      if (come.isEmpty() && gone.isEmpty()) {
        return;
      }
    }
  }

  private void open(Match match, boolean late) {
    Side side = late ? added : removed;
    if (side.find(match.id()) != null) {
      for (Match child : TreeDelta.below(sight.alone(match, late))) {
        side.meet(child);
        pair(child.id());
      }
    }
  }

  private void pair(NodeId id) {
    if (added.find(id) != null && removed.find(id) != null) {
      keep(removed.find(id), added.find(id));
    }
  }

  /** Whether two nodes are one file in two forms. */
  private boolean sameFile(Pair pair) {
    Node from = pair.from.entry().node();
    Node to = pair.to.entry().node();
    return from.kind().equals(Kind.FILE)
        && to.kind().equals(Kind.FILE)
        && sight.isProjected(from) != sight.isProjected(to)
        && !from.metadata(CONTENT).equals(Value.NONE)
        && from.metadata(CONTENT).equals(to.metadata(CONTENT))
        && from.metadata(EXECUTABLE).equals(to.metadata(EXECUTABLE));
  }

  /** Is told how the entries of a node differ that both have. */
  private final class Below implements NodeDiff {
    /** The node; empty for the roots. */
    private final Optional<Pair> pair;

    private final Set<NodeId> shifted = new HashSet<>();

    Below(Optional<Pair> pair) {
      this.pair = pair;
    }

    private Match earlier(Entry entry) {
      return pair.map(p -> p.from.child(entry)).orElseGet(() -> Match.below(before, entry));
    }

    private Match later(Entry entry) {
      return pair.map(p -> p.to.child(entry)).orElseGet(() -> Match.below(after, entry));
    }

    private void differs() {
      pair.ifPresent(p -> p.below = true);
    }

    @Override
    public boolean self(Node earlier, Node later) {
      pair.ifPresent(p -> p.own = !sameFile(p));
      return true;
    }

    @Override
    public boolean added(Entry entry) {
      differs();
      if (!pairs.containsKey(entry.id())) {
        added.top(later(entry));
        pair(entry.id());
      }
      return true;
    }

    @Override
    public boolean removed(Entry entry) {
      differs();
      if (!pairs.containsKey(entry.id())) {
        removed.top(earlier(entry));
        pair(entry.id());
      }
      return true;
    }

    @Override
    public boolean changed(Entry from, Entry to) {
      Pair child = keep(earlier(from), later(to));
      pair.ifPresent(parent -> within.add(new Within(parent, child)));
      if (!from.place().equals(to.place())) {
        shifted.add(to.id());
      }
      return true;
    }

    /** Once all entries are told. */
    void end(Node earlier, Node later) {
      if (!shifted.isEmpty()) {
        for (NodeId id : SiblingOrder.moved(earlier, later, shifted)) {
          pairs.get(id).moved = true;
          differs();
        }
      }
    }
  }
}
