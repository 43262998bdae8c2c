package org.fxd.graph.core.owner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.delta.Sight;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;

/**
 * Marks what one operation has changed. A function of the two roots and of the book before, so the
 * same operations give the same book whenever it is written.
 */
final class Attribution {
  private final Node before;
  private final Node after;
  private final TreeDelta delta;
  private final OwnChange changes;
  private final NodeId root;
  private final long number;
  private final Book book;

  /** Whether something that comes may have been there before. */
  private final boolean mayReturn;

  /** What nodes were marked with, as far as it was asked for. */
  private final Map<NodeId, Resolved> were = new HashMap<>();

  /** The inner marks of nodes as they are now, as far as they were asked for. */
  private final Map<NodeId, Mark> inner = new HashMap<>();

  private boolean gone;

  private Attribution(
      Node before,
      Node after,
      Sight sight,
      NodeId root,
      long number,
      Book book,
      boolean mayReturn) {
    this.before = before;
    this.after = after;
    this.delta = TreeDelta.of(before, after, sight);
    this.changes = new OwnChange(delta);
    this.root = root;
    this.number = number;
    this.book = book;
    this.mayReturn = mayReturn;
  }

  /**
   * Marks what differs between two roots.
   *
   * @param root the root's own id
   * @param number the operation's
   * @param mayReturn whether the book has marks of nodes that are gone
   * @return whether it has now
   */
  static boolean mark(
      Node before,
      Node after,
      Sight sight,
      NodeId root,
      long number,
      Book book,
      boolean mayReturn) {
    if (before.hash().equals(after.hash())) {
      return mayReturn;
    }
    Attribution attribution = new Attribution(before, after, sight, root, number, book, mayReturn);
    attribution.root();
    attribution.delta.kept().forEach(attribution::kept);
    attribution.delta.added().forEach(attribution::come);
    attribution.delta.removed().forEach(attribution::gone);
    return mayReturn || attribution.gone;
  }

  private void root() {
    Resolved was = was(Optional.empty());
    boolean changed = OwnChange.differs(before, after);
    Mark own = changed ? was.own().changed(number) : was.own();
    Mark within = inner(Optional.empty());
    if (changed || !within.equals(was.inner())) {
      book.put(root, Optional.of(new Marks(own, Optional.of(within), false)));
    }
  }

  /** A node that both roots have. */
  private void kept(Touched touched) {
    if (OwnChange.isPiece(touched.after().node())) {
      return;
    }
    Resolved was = was(Optional.of(touched.before()));
    boolean changed = touched.moved() || changes.differs(touched);
    Mark own = changed ? was.own().changed(number) : was.own();
    if (changed || !inner(Optional.of(touched.after())).equals(was.inner())) {
      put(touched.after(), own, book.marks(touched.id()).isPresent());
    }
  }

  /** A node that only the later root has, and those below it. */
  private void come(Match top) {
    Deque<Match> left = new ArrayDeque<>(List.of(top));
    while (!left.isEmpty()) {
      Match match = left.pop();
      if (OwnChange.isPiece(match.node())) {
        continue;
      }
      Optional<Marks> known = mayReturn ? book.marks(match.id()) : Optional.empty();
      Optional<Mark> returned = known.filter(Marks::gone).map(Marks::own);
      Mark own = returned.map(mark -> mark.changed(number)).orElseGet(() -> Mark.at(number));
      put(match, own, known.isPresent());
      if (mayReturn) {
        for (Entry entry : match.node().entries()) {
          if (delta.kept(entry.id()).isEmpty()) {
            left.push(match.child(entry));
          }
        }
      }
    }
  }

  private record Lost(NodeId id, Node node, Mark inherited) {}

  /** A node that only the earlier root has, and those below it: they may come back. */
  private void gone(Match top) {
    Mark inherited = was(top.parent()).inner();
    Deque<Lost> left = new ArrayDeque<>(List.of(new Lost(top.id(), top.node(), inherited)));
    while (!left.isEmpty()) {
      Lost lost = left.pop();
      if (OwnChange.isPiece(lost.node())) {
        continue;
      }
      Resolved was = Resolved.of(book.marks(lost.id()), lost.inherited());
      boolean same = was.inner().created() == was.own().created() || OwnChange.isLeaf(lost.node());
      Optional<Mark> within = same ? Optional.empty() : Optional.of(was.inner());
      book.put(lost.id(), Optional.of(new Marks(was.own(), within, true)));
      gone = true;
      for (Entry entry : lost.node().entries()) {
        if (delta.kept(entry.id()).isEmpty()) {
          left.push(new Lost(entry.id(), entry.node(), was.inner()));
        }
      }
    }
  }

  /** Keeps what a node is marked with now, unless that goes without saying. */
  private void put(Match match, Mark own, boolean known) {
    Mark inherited = inner(match.parent());
    Mark within = OwnChange.isLeaf(match.entry().node()) ? inherited : inner(Optional.of(match));
    boolean same = within.equals(inherited);
    if (!same || !own.equals(inherited)) {
      Optional<Mark> said = same ? Optional.empty() : Optional.of(within);
      book.put(match.id(), Optional.of(new Marks(own, said, false)));
    } else if (known) {
      book.put(match.id(), Optional.empty());
    }
  }

  /** What a node was marked with; empty: the root. */
  private Resolved was(Optional<Match> match) {
    Deque<NodeId> left = new ArrayDeque<>();
    Optional<Match> at = match;
    while (at.isPresent() && !were.containsKey(at.get().id())) {
      left.push(at.get().id());
      at = at.get().parent();
    }
    Resolved known =
        at.map(Match::id)
            .map(were::get)
            .orElseGet(() -> Resolved.of(book.marks(root), Resolved.OUTSIDE.inner()));
    for (NodeId id : left) {
      known = Resolved.of(book.marks(id), known.inner());
      were.put(id, known);
    }
    return known;
  }

  /** The inner mark of a node as it is now; empty: the root. */
  private Mark inner(Optional<Match> match) {
    NodeId id = match.map(Match::id).orElse(root);
    Mark known = inner.get(id);
    if (known == null) {
      known = match.map(this::innerNow).orElseGet(this::innerOfRoot);
      inner.put(id, known);
    }
    return known;
  }

  private Mark innerOfRoot() {
    return before.size() == 0 ? Mark.at(number) : was(Optional.empty()).inner();
  }

  private Mark innerNow(Match match) {
    Optional<Touched> kept = delta.kept(match.id());
    if (kept.isEmpty()) {
      Optional<Marks> known = mayReturn ? book.marks(match.id()) : Optional.empty();
      return known
          .filter(Marks::gone)
          .map(marks -> marks.innerOrOwn().changed(number))
          .orElseGet(() -> Mark.at(number));
    }
    Match from = kept.get().before();
    Match to = kept.get().after();
    Resolved was = was(Optional.of(from));
    if (OwnChange.isReplaced(from, to)) {
      return was.own().changed(number);
    }
    // Of what was empty, all that is inside is new, and need not be marked one by one.
    boolean filled = from.node().size() == 0 && to.node().size() > 0;
    return filled ? Mark.at(number) : was.inner();
  }
}
