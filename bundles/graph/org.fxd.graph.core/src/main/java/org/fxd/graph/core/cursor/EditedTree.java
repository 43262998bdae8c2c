package org.fxd.graph.core.cursor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.core.change.FileForms;
import org.fxd.graph.core.change.Whereabouts;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;

/**
 * The tree of a transaction, as its cursors see and edit it. It may be edited past them at any
 * time, through the builders; so nothing is remembered here but hints, and which files' text was
 * edited. Belongs to the transaction's thread.
 */
public final class EditedTree implements Ground {
  private final Supplier<Node> base;
  private final Supplier<TreeBuilder> root;
  private final Finder finder;
  private final Expansions expansions;

  /** Where cursors moved nodes to. */
  private final Map<NodeId, Way> moved = new HashMap<>();

  /** Files whose text cursors edited, so that what follows from it is to be computed. */
  private final Set<NodeId> files = new HashSet<>();

  /** The same, in the order in which they came in, so that going back is cutting off. */
  private final List<Way> order = new ArrayList<>();

  private Node compared;
  private Whereabouts whereabouts;

  /**
   * A tree in the making.
   *
   * @param base what it was at first
   * @param root its builder; asked each time, for it may be exchanged
   * @param finder finds where nodes stood at first
   */
  public EditedTree(
      Supplier<Node> base, Supplier<TreeBuilder> root, Finder finder, Expansions expansions) {
    this.base = base;
    this.root = root;
    this.finder = finder;
    this.expansions = expansions;
  }

  /** A cursor at a path. */
  public Cursor at(NodePath path) {
    return cursor(path);
  }

  /** A cursor at a node. */
  public Cursor at(NodeId id) {
    return cursor(Way.unknown(id));
  }

  TransactionCursor cursor(NodePath path) {
    return new TransactionCursor(this, Hold.at(this, path));
  }

  TransactionCursor cursor(Way way) {
    return new TransactionCursor(this, Hold.at(way));
  }

  @Override
  public Spot root() {
    return Spot.root(expansions, root.get());
  }

  @Override
  public Optional<Spot> find(Way way) {
    Optional<Spot> there = Seeking.follow(root(), way, moved);
    return there.isPresent() ? there : seek(way);
  }

  /** Looks for a node that is not where it was thought to be. */
  private Optional<Spot> seek(Way way) {
    Spot now = root();
    Optional<Spot> found =
        adapted(now, way)
            .or(
                () ->
                    finder.find(base.get(), way.id()).flatMap(match -> adapted(now, Way.to(match))))
            .or(() -> arrived(now, way.id(), false))
            .or(() -> arrived(now, way.id(), true));
    found.ifPresent(spot -> moved.put(way.id(), spot.way()));
    return found;
  }

  /** Follows a way as it was at first, or lately, with what was moved since. */
  Optional<Spot> adapted(Spot now, Way way) {
    Whereabouts changes = whereabouts();
    for (Optional<Way> at = Optional.of(way); at.isPresent(); at = at.get().above()) {
      Optional<List<Entry>> moves = changes.way(at.get().id());
      if (moves.isPresent()) {
        NodeId known = at.get().id();
        Optional<Spot> spot = Seeking.follow(now, way, Map.of(known, Way.over(moves.get())));
        return spot.isPresent() ? spot : inFile(now, way);
      }
    }
    return Seeking.follow(now, way, Map.of());
  }

  /** Looks through the file that a way leads into. */
  private Optional<Spot> inFile(Spot now, Way way) {
    for (Optional<Way> at = way.above(); at.isPresent(); at = at.get().above()) {
      Optional<Spot> file =
          whereabouts()
              .way(at.get().id())
              .flatMap(entries -> Seeking.follow(now, Way.over(entries), Map.of()))
              .filter(spot -> spot.kind().equals(Kind.FILE));
      if (file.isPresent()) {
        return Seeking.search(file.get(), way.id(), true);
      }
    }
    return Optional.empty();
  }

  /** Looks through what came into the tree since. */
  private Optional<Spot> arrived(Spot now, NodeId id, boolean projected) {
    for (List<Entry> arrival : whereabouts().arrivals()) {
      Optional<Spot> found =
          Seeking.follow(now, Way.over(arrival), Map.of())
              .flatMap(
                  spot ->
                      spot.id().equals(id)
                          ? Optional.of(spot)
                          : Seeking.search(spot, id, projected));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Whereabouts whereabouts() {
    Node now = root.get().build();
    if (compared != now) {
      whereabouts = Whereabouts.of(base.get(), now);
      compared = now;
    }
    return whereabouts;
  }

  /** The builder of a node; what was known of other spots does not hold any more. */
  TreeBuilder open(Spot spot) {
    Optional<TreeBuilder> known = spot.builder();
    if (known.isPresent()) {
      return known.get();
    }
    return spot.above().map(parent -> inner(parent).child(spot.entry())).orElseGet(root);
  }

  /** The builder of a node with its inner nodes; if those were computed, they are stored now. */
  TreeBuilder inner(Spot spot) {
    if (spot.above().isEmpty() || !spot.isProjected()) {
      return open(spot);
    }
    TreeBuilder parent = inner(spot.above().get());
    parent.detach(spot.entry());
    Entry entry = spot.entry();
    TreeBuilder whole = (TreeBuilder) TreeNode.of(spot.node()).builder();
    parent.insert(entry.id(), entry.name(), entry.place(), whole);
    return whole;
  }

  /** A node stands somewhere else now. */
  void moved(NodeId id, Way way) {
    moved.put(id, way);
  }

  /** What is at a spot was edited; if it is in a file, then so was that. */
  void touched(Spot spot) {
    spot.nearest(Kind.FILE)
        .ifPresent(
            file -> {
              if (files.add(file.id())) {
                order.add(file.way());
              }
            });
  }

  /** Computes what follows from the text of a file, if cursors edited what it consists of. */
  void settle(Spot spot) {
    if (spot.kind().equals(Kind.FILE) && files.contains(spot.id()) && !spot.isProjected()) {
      FileForms.derive(open(spot));
    }
  }

  /** Computes what follows from the text of the files that cursors edited. */
  public void settle() {
    for (Way file : order) {
      find(file).ifPresent(this::settle);
    }
  }

  /** A moment to go {@linkplain #back back} to. */
  public int mark() {
    return order.size();
  }

  /** The tree is again what it was at a moment. */
  public void back(int mark) {
    List<Way> since = order.subList(mark, order.size());
    since.forEach(file -> files.remove(file.id()));
    since.clear();
    moved.clear();
  }

  /** The tree is another one now. */
  public void exchanged() {
    moved.clear();
  }
}
