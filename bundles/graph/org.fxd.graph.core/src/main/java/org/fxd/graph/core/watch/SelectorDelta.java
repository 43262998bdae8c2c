package org.fxd.graph.core.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;
import org.fxd.graph.core.delta.TreeOrder;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.CompiledSelector;

/**
 * How what a selector finds differs between two roots: the difference of two full runs, worked out
 * without running it.
 */
public final class SelectorDelta {
  private final TreeDelta delta;
  private final CompiledSelector selector;
  private final Dependence dependence;
  private final Projectors projectors;
  private final Answers earlier;
  private final Answers later;
  private final Set<NodeId> asked = new HashSet<>();
  private final Set<NodeId> entered = new HashSet<>();
  private final List<Match> come = new ArrayList<>();
  private final List<Match> gone = new ArrayList<>();
  private final List<Touched> stayed = new ArrayList<>();
  private long looked;

  private SelectorDelta(TreeDelta delta, CompiledSelector selector, Projectors projectors) {
    this.delta = delta;
    this.selector = selector;
    this.projectors = projectors;
    this.dependence = Dependence.of(selector.list());
    this.earlier = new Answers(selector, dependence, projectors);
    this.later = new Answers(selector, dependence, projectors);
  }

  /** Works out the difference. */
  public static SelectorDelta of(
      TreeDelta delta, CompiledSelector selector, Projectors projectors) {
    SelectorDelta result = new SelectorDelta(delta, selector, projectors);
    result.kept();
    result.siblings();
    delta.eachAdded(match -> result.one(match, result.later, result.come));
    delta.eachRemoved(match -> result.one(match, result.earlier, result.gone));
    result.come.sort(TreeOrder.ORDER);
    result.gone.sort(TreeOrder.ORDER);
    result.stayed.sort((a, b) -> TreeOrder.ORDER.compare(a.after(), b.after()));
    return result;
  }

  /** What is found in the later root only, as it stands there, in order. */
  public List<Match> come() {
    return come;
  }

  /** What was found in the earlier root only, as it stood there, in order. */
  public List<Match> gone() {
    return gone;
  }

  /** What is found in both and differs, in order. */
  public List<Touched> stayed() {
    return stayed;
  }

  /** How many nodes were asked about. */
  public long looked() {
    return looked;
  }

  /** A node that only one root has; says whether to go below it. */
  private boolean one(Match match, Answers answers, List<Match> found) {
    if (!Answers.isSeen(match)) {
      return false;
    }
    looked++;
    if (answers.finds(match)) {
      found.add(match);
    }
    return selector.reachesInside() || projectors.of(match.node()).isEmpty();
  }

  private void kept() {
    List<Touched> touched = new ArrayList<>();
    for (Touched node : delta.kept()) {
      if (node.shows()) {
        touched.add(node);
      }
    }
    // Outer ones first: what they decide about those below is then known.
    touched.sort((a, b) -> TreeOrder.ORDER.compare(a.after(), b.after()));
    touched.forEach(this::ask);
  }

  private void ask(Touched node) {
    if (ask(node.before(), node.after()) && dependence.onWay() && decidesOtherwise(node)) {
      below(node.before(), node.after());
    }
  }

  private boolean decidesOtherwise(Touched node) {
    return !earlier.downwards(node.before()).equals(later.downwards(node.after()))
        || node.reparented()
            && (dependence.names()
                || dependence.ordinals()
                || dependence.language()
                || !earlier.fromAbove(node.before()).equals(later.fromAbove(node.after())));
  }

  /** Asks about a node that both roots have, unless that is done; says whether it was not. */
  private boolean ask(Match before, Match after) {
    if (!asked.add(after.id())) {
      return false;
    }
    looked++;
    boolean was = earlier.finds(before);
    boolean is = later.finds(after);
    if (is && !was) {
      come.add(after);
    } else if (was && !is) {
      gone.add(before);
    } else if (is) {
      delta.kept(after.id()).filter(Touched::shows).ifPresent(stayed::add);
    }
    return true;
  }

  /** Asks about all nodes below one that both roots have. */
  private void below(Match before, Match after) {
    if (entered.add(after.id()) && goesInto(after)) {
      each(
          Optional.of(before),
          Optional.of(after),
          (was, is) -> {
            ask(was, is);
            below(was, is);
          });
    }
  }

  private boolean goesInto(Match match) {
    return Answers.isSeen(match)
        && (selector.reachesInside() || projectors.of(match.entry().node()).isEmpty());
  }

  private interface Both {
    void node(Match before, Match after);
  }

  /** Tells the children of a node, or of the root, that both roots have. */
  private void each(Optional<Match> before, Optional<Match> after, Both visitor) {
    Optional<Match> from = before.map(delta::expand);
    Optional<Match> to = after.map(delta::expand);
    for (Entry entry : to.map(Match::node).orElse(delta.after()).entries()) {
      Optional<Touched> touched = delta.kept(entry.id());
      if (touched.isPresent()) {
        visitor.node(touched.get().before(), touched.get().after());
      } else if (!delta.isAdded(entry.id())) {
        visitor.node(
            from.map(m -> m.child(entry)).orElseGet(() -> Match.below(delta.before(), entry)),
            to.map(m -> m.child(entry)).orElseGet(() -> Match.below(delta.after(), entry)));
      }
    }
  }

  /** Asks about the siblings of what differs, where their answers may depend on that. */
  private void siblings() {
    if (!dependence.siblings() && !dependence.ordinals()) {
      return;
    }
    Set<Optional<NodeId>> parents = new HashSet<>();
    delta.added().forEach(match -> parents.add(match.parent().map(Match::id)));
    delta.removed().forEach(match -> parents.add(match.parent().map(Match::id)));
    for (Touched node : delta.kept()) {
      if (node.moved() || dependence.siblingsFound() && node.shows()) {
        parents.add(node.before().parent().map(Match::id));
        parents.add(node.after().parent().map(Match::id));
      }
    }
    for (Optional<NodeId> parent : parents) {
      Optional<Touched> node = parent.flatMap(delta::kept);
      if (parent.isEmpty() || node.isPresent() && goesInto(node.get().after())) {
        each(node.map(Touched::before), node.map(Touched::after), this::sibling);
      }
    }
  }

  private void sibling(Match before, Match after) {
    if (ask(before, after)
        && dependence.onWay()
        && !earlier.downwards(before).equals(later.downwards(after))) {
      below(before, after);
    }
  }
}
