package org.fxd.graph.core.cursor;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.core.change.FileForms;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;

/** A cursor that edits the tree of a transaction. */
final class TransactionCursor extends StandingCursor {
  private final EditedTree tree;

  TransactionCursor(EditedTree tree, Hold hold) {
    super(tree, hold);
    this.tree = tree;
  }

  @Override
  TransactionCursor another(Hold other) {
    return new TransactionCursor(tree, other);
  }

  @Override
  public Node node() {
    look().ifPresent(tree::settle);
    return super.node();
  }

  @Override
  public Cursor create(Kind kind) {
    if (look().isPresent()) {
      return this;
    }
    if (hold().way().isPresent()) {
      throw new UsageException(
          "The node " + hold().way().get().id() + " was removed, so it is not made again.",
          "Take a new cursor at the path where it is to be made.");
    }
    hold(hold().on(new Making(tree, hold().path()).make(kind).way()));
    return this;
  }

  @Override
  public Cursor set(Value value) {
    Spot spot = spot();
    if (spot.kind().equals(Kind.FILE)) {
      setFile(spot, value);
    } else {
      Misuse.translated(spot, () -> tree.open(spot).value(value));
      tree.touched(spot);
    }
    return this;
  }

  /** A file's text is in its entries, or all of it is one blob. */
  private void setFile(Spot file, Value value) {
    if (value.asBlob().isPresent()) {
      TreeBuilder builder = tree.open(file);
      for (Entry entry : List.copyOf(list(builder))) {
        builder.detach(entry);
      }
      builder.value(value);
      FileForms.derive(builder);
    } else if (!value.equals(Value.NONE)) {
      throw new UsageException(
          "The text of the file " + Misuse.place(file) + " is in what it consists of.",
          "Set a blob to replace all of it, or change its snippets.");
    }
  }

  private static List<Entry> list(TreeBuilder builder) {
    List<Entry> entries = new java.util.ArrayList<>();
    builder.entries().forEach(entries::add);
    return entries;
  }

  @Override
  public Cursor metadata(String key, Value value) {
    Spot spot = spot();
    if (spot.kind().equals(Kind.FILE) && FileForms.isDerived(key)) {
      throw new UsageException(
          "'" + key + "' of the file " + Misuse.place(spot) + " follows from its text.",
          "Change the text.");
    }
    Misuse.translated(spot, () -> tree.open(spot).metadata(key, value));
    return this;
  }

  @Override
  public Cursor addType(String type) {
    Spot spot = spot();
    if (type.isBlank()) {
      throw new UsageException("A type has a name.", "Give one, such as 'snippet'.");
    }
    return type.equals(spot.kind().name())
        ? this
        : metadata(Types.KEY, Types.of(spot.stored()).with(type).value());
  }

  @Override
  public Cursor removeType(String type) {
    Types types = Types.of(spot().stored());
    return types.all().contains(type) ? metadata(Types.KEY, types.without(type).value()) : this;
  }

  @Override
  public Cursor rename(Name name) {
    Spot spot = spot();
    Spot parent = spot.above().orElseThrow(() -> Misuse.root("renamed"));
    if (name.equals(spot.entry().name())) {
      return this;
    }
    checkFree(parent, name);
    TreeBuilder builder = tree.inner(parent);
    TreeBuilder child = builder.detach(spot.entry());
    stands(parent.way(), builder.insert(spot.id(), name, spot.entry().place(), child));
    tree.touched(parent);
    return this;
  }

  @Override
  public Cursor append(Name name, Node child) {
    Spot spot = spot();
    if (!child.exists()) {
      throw new UsageException(
          "There is nothing to append to " + Misuse.place(spot) + ": the node does not exist.",
          "Give a node that exists.");
    }
    checkFree(spot, name);
    checkDepth("'" + name + "' in " + Misuse.place(spot), child, spot.depth() + 1);
    TreeBuilder added = Misuse.translated(spot, () -> (TreeBuilder) TreeNode.of(child).builder());
    Entry entry = tree.inner(spot).insert(NodeId.random(), name, Place.NONE, added);
    tree.touched(spot);
    return another(Hold.at(spot.way().to(entry)));
  }

  @Override
  public Cursor moveTo(Cursor parent) {
    Spot spot = spot();
    Spot from = spot.above().orElseThrow(() -> Misuse.root("moved"));
    Spot to = look(parent);
    check(spot, from, to);
    if (from.id().equals(to.id()) && to.kind().sortedByName()) {
      return this;
    }
    move(spot, to, Place.NONE);
    return this;
  }

  @Override
  public Cursor moveBefore(Cursor sibling) {
    return moveBeside(sibling, true);
  }

  @Override
  public Cursor moveAfter(Cursor sibling) {
    return moveBeside(sibling, false);
  }

  private Cursor moveBeside(Cursor sibling, boolean before) {
    Spot spot = spot();
    Spot from = spot.above().orElseThrow(() -> Misuse.root("moved"));
    Spot mark = look(sibling);
    Spot to = mark.above().orElseThrow(() -> Misuse.root("what others are moved beside"));
    if (to.kind().sortedByName()) {
      throw Misuse.sorted(to);
    }
    if (spot.id().equals(mark.id())) {
      return this;
    }
    check(spot, from, to);
    TreeBuilder builder = tree.inner(to);
    Optional<Place> place = new Gap(builder, mark.entry(), before).place(spot.id());
    if (place.isPresent()) {
      // Where it stood is looked up again: what it stands in may have been stored by now.
      move(spot(), tree.find(to.way()).orElseThrow(), place.get());
    }
    return this;
  }

  @Override
  public void remove() {
    Spot spot = spot();
    Spot parent = spot.above().orElseThrow(() -> Misuse.root("removed"));
    tree.inner(parent).detach(spot.entry());
    tree.touched(parent);
  }

  private Spot look(Cursor other) {
    Way way =
        other instanceof StandingCursor cursor ? cursor.spot().way() : Way.unknown(other.id());
    return another(Hold.at(way)).spot();
  }

  /** Makes sure that a node may be moved to another parent. */
  private static void check(Spot spot, Spot from, Spot to) {
    if (to.isWithin(spot.id())) {
      throw Misuse.circle(spot, to);
    }
    if (!from.id().equals(to.id())) {
      checkFree(to, spot.entry().name());
      if (to.depth() > from.depth()) {
        checkDepth(Misuse.place(spot) + " in " + Misuse.place(to), spot.stored(), to.depth() + 1);
      }
    }
  }

  private void move(Spot spot, Spot to, Place place) {
    Spot from = spot.above().orElseThrow();
    tree.touched(from);
    tree.touched(to);
    TreeBuilder child = tree.inner(from).detach(spot.entry());
    TreeBuilder into = tree.inner(tree.find(to.way()).orElseThrow());
    stands(to.way(), into.insert(spot.id(), spot.entry().name(), place, child));
  }

  /** Remembers where the node stands now. */
  private void stands(Way parent, Entry entry) {
    Way way = parent.to(entry);
    tree.moved(entry.id(), way);
    hold(hold().on(way));
  }

  static void checkFree(Spot parent, Name name) {
    if (parent.kind().sortedByName()) {
      if (name.length() == 0) {
        throw Misuse.nameless(parent);
      }
      if (parent.at(new NodePath.Step(name, 1)).isPresent()) {
        throw Misuse.taken(parent, name);
      }
    }
  }

  static void checkDepth(String what, Node node, int at) {
    int depth = Depth.of(node, at);
    if (depth > Limits.DEPTH) {
      throw Misuse.deep(what, depth);
    }
  }
}
