package org.fxd.graph.core.node;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.core.codec.ValueCodec;
import org.fxd.graph.core.entries.Key;
import org.fxd.graph.core.entries.Leaf;

/**
 * A node being edited. Its entries are an {@link EntryEdits}; the builders of its children are
 * attached to it, and each tells it when it is edited.
 *
 * <p>Invariant: while {@link #built} is set it is this builder's result, and while it is not, every
 * builder above has none either and has this one, or the one on the way to it, among its {@link
 * #edited} children.
 */
public final class TreeBuilder implements NodeBuilder {
  private final TreeNode origin;
  private final Kind kind;
  private final EntryEdits entries;
  private final Map<NodeId, TreeBuilder> children = new HashMap<>();
  private final Set<NodeId> edited = new LinkedHashSet<>();
  private Value value;

  /** A map of our own while it is being edited. */
  private SortedMap<String, Value> metadata;

  private TreeNode built;
  private TreeBuilder parent;
  private NodeId idInParent;
  private Key keyInParent;

  /** A builder that starts from a node. */
  TreeBuilder(TreeNode origin) {
    NodeBody body = origin.body();
    this.origin = origin;
    this.kind = body.kind();
    this.value = body.value();
    this.metadata = body.metadata();
    this.entries = new EntryEdits(body.map());
    this.built = origin;
  }

  /** A builder of a new node. */
  public TreeBuilder(Kind kind) {
    this(BuiltNode.empty(exists(kind)));
  }

  private static Kind exists(Kind kind) {
    if (kind.equals(Kind.NONE)) {
      throw new IllegalArgumentException("A node has a kind; 'none' is not one");
    }
    return kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Value value() {
    return value;
  }

  @Override
  public NodeBuilder value(Value next) {
    ValueCodec.check(next);
    if (!next.equals(value)) {
      value = Repeated.value(next);
      touch();
    }
    return this;
  }

  @Override
  public Value metadata(String key) {
    return metadata.getOrDefault(key, Value.NONE);
  }

  /** The metadata as of now. */
  public SortedMap<String, Value> metadata() {
    return self();
  }

  private Metadata self() {
    Metadata all = Metadata.of(metadata);
    metadata = all;
    return all;
  }

  @Override
  public NodeBuilder metadata(String key, Value next) {
    ValueCodec.checkText(key);
    ValueCodec.check(next);
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > Limits.KEY) {
      throw new IllegalArgumentException(
          "The key of a metadatum has 1 to " + Limits.KEY + " bytes, not " + length);
    }
    if (!next.equals(metadata(key))) {
      boolean removed = next.equals(Value.NONE);
      if (!removed && metadata.size() >= Limits.METADATA && !metadata.containsKey(key)) {
        throw new IllegalArgumentException(
            "A node has at most "
                + Limits.METADATA
                + " metadata; there is no room for '"
                + key
                + "'");
      }
      if (metadata instanceof Metadata) {
        metadata = new TreeMap<>(metadata);
      }
      if (removed) {
        metadata.remove(key);
      } else {
        metadata.put(key, next);
      }
      touch();
    }
    return this;
  }

  @Override
  public long size() {
    return entries.size();
  }

  @Override
  public Optional<Entry> entry(Name name) {
    return entries.find(name).map(this::current);
  }

  @Override
  public Optional<Entry> entry(NodeId id) {
    return entries.find(id).map(this::current);
  }

  @Override
  public Iterable<Entry> entries() {
    return build().entries();
  }

  @Override
  public TreeBuilder child(Name name) {
    return entries
        .find(name)
        .map(this::open)
        .orElseThrow(() -> new NotFoundException("There is nothing named '" + name + "' here."));
  }

  @Override
  public TreeBuilder child(NodeId id) {
    TreeBuilder known = children.get(id);
    return known != null
        ? known
        : entries
            .find(id)
            .map(this::open)
            .orElseThrow(() -> new NotFoundException("There is no node " + id.brief() + " here."));
  }

  /** The builder of the child that an entry holds, found quickly if it stands where it did. */
  public TreeBuilder child(Entry entry) {
    TreeBuilder known = children.get(entry.id());
    return known != null
        ? known
        : entries.match(entry).map(this::open).orElseGet(() -> child(entry.id()));
  }

  @Override
  public TreeBuilder childOrNew(Name name, Kind childKind) {
    Optional<Leaf> found = entries.find(name);
    if (found.isPresent()) {
      return open(found.get());
    }
    Node fresh = BuiltNode.empty(exists(childKind));
    Leaf added = entries.append(new Entry(NodeId.random(), name, Place.NONE, fresh));
    touch();
    return open(added);
  }

  @Override
  public NodeBuilder put(Entry entry) {
    check(entry);
    Optional<Leaf> before = entries.match(entry);
    if (before.isEmpty() || !current(before.get()).equals(entry)) {
      entries.put(entry, before);
      release(entry.id());
      touch();
    }
    return this;
  }

  @Override
  public NodeBuilder append(NodeId id, Name name, Node child) {
    Place place = kind.sortedByName() ? Place.NONE : entries.placeAtEnd();
    return put(new Entry(id, name, place, child));
  }

  @Override
  public NodeBuilder appendAll(Collection<Entry> added) {
    added.forEach(TreeBuilder::check);
    if (!added.isEmpty()) {
      entries.appendAll(added);
      touch();
    }
    return this;
  }

  private static void check(Entry entry) {
    if (!entry.node().exists()) {
      throw new IllegalArgumentException(
          "An entry holds a node that exists; '" + entry.name() + "' does not");
    }
    TreeNode.of(entry.node());
  }

  @Override
  public boolean remove(NodeId id) {
    return entries.find(id).map(this::drop).isPresent();
  }

  @Override
  public boolean remove(Name name) {
    return entries.find(name).map(this::drop).isPresent();
  }

  @Override
  public TreeNode build() {
    if (built == null) {
      for (NodeId id : edited) {
        entries
            .find(children.get(id).keyInParent, id)
            .ifPresent(leaf -> entries.replace(leaf, current(leaf)));
      }
      edited.clear();
      TreeNode result = new BuiltNode(kind, value, self(), entries.apply());
      // What is as it is stored stays known as stored, so that nobody writes it again.
      boolean same = origin instanceof StoredNode && result.hash().equals(origin.hash());
      built = same ? origin : result;
    }
    return built;
  }

  /**
   * The entry with the same id as another, if it stands under the same name, or at the same place
   * where that decides; never searches. Its node may lack what was edited since.
   */
  public Optional<Entry> at(Entry lately) {
    return entries.at(lately).map(Leaf::entry);
  }

  /** The first entry with a name; its node may lack what was edited since. */
  public Optional<Entry> at(Name name) {
    return entries.find(name).map(Leaf::entry);
  }

  /** The builder of a child, if somebody took it before. */
  public Optional<TreeBuilder> opened(NodeId id) {
    return Optional.ofNullable(children.get(id));
  }

  /** Gives all entries new places, evenly spaced. Does nothing where the kind sorts by name. */
  public void spread() {
    if (!kind.sortedByName() && entries.size() > 0) {
      entries.spread();
      touch();
    }
  }

  /**
   * Gives the entries around one new places that are short, as few as will do; for where so many
   * were put in at one spot that places there get long. Not where the kind sorts by name.
   *
   * @param here an entry as it stands here now
   * @return its new place
   */
  public Place spread(Entry here) {
    Place place = entries.spread(entries.at(here).orElseThrow());
    touch();
    return place;
  }

  /** The entry right before one that is here; its node may lack what was edited since. */
  public Optional<Entry> before(Entry here) {
    return entries.before(Key.of(kind.sortedByName(), here)).map(Leaf::entry);
  }

  /** The entry right behind one that is here; its node may lack what was edited since. */
  public Optional<Entry> after(Entry here) {
    return entries.after(Key.of(kind.sortedByName(), here)).map(Leaf::entry);
  }

  /**
   * Takes a child out as {@link #detach(NodeId)} does, without a search if it stands where it did.
   */
  public TreeBuilder detach(Entry lately) {
    TreeBuilder child = child(lately);
    entries.find(child.keyInParent, lately.id()).ifPresent(this::drop);
    return child;
  }

  /**
   * Puts a builder's node in as an entry whose id is new here, and goes on following its edits;
   * never searches. Without a place it comes after all others.
   *
   * @return the entry, with its place
   * @throws IllegalArgumentException if the kind allows a name once and another entry has it
   */
  public Entry insert(NodeId id, Name name, Place place, TreeBuilder child) {
    Leaf leaf = entries.add(new Entry(id, name, place, child.build()));
    touch();
    adopt(leaf, child);
    return leaf.entry();
  }

  /**
   * Takes a child out, with all that is edited in it; its builder goes on by itself, until it is
   * {@linkplain #attach attached} again.
   */
  public TreeBuilder detach(NodeId id) {
    TreeBuilder child = child(id);
    remove(id);
    return child;
  }

  /** Puts a builder's node in as an entry, and goes on following its edits. */
  public void attach(NodeId id, Name name, Place place, TreeBuilder child) {
    Entry entry = new Entry(id, name, place, child.build());
    put(entry);
    adopt(entries.match(entry).orElseThrow(), child);
  }

  /** The entry with what was edited in its child. */
  private Entry current(Leaf leaf) {
    Entry entry = leaf.entry();
    TreeBuilder child = children.get(entry.id());
    return child == null || child.built == entry.node() ? entry : entry.withNode(child.build());
  }

  private TreeBuilder open(Leaf leaf) {
    NodeId id = leaf.id();
    TreeBuilder known = children.get(id);
    return known != null ? known : adopt(leaf, new TreeBuilder(TreeNode.of(leaf.node())));
  }

  private TreeBuilder adopt(Leaf leaf, TreeBuilder child) {
    child.parent = this;
    child.idInParent = leaf.id();
    child.keyInParent = leaf.key();
    children.put(child.idInParent, child);
    return child;
  }

  private Leaf drop(Leaf leaf) {
    entries.remove(leaf);
    release(leaf.id());
    touch();
    return leaf;
  }

  private void release(NodeId id) {
    TreeBuilder child = children.remove(id);
    if (child != null) {
      child.parent = null;
    }
    edited.remove(id);
  }

  private void touch() {
    for (TreeBuilder at = this; at.built != null; at = at.parent) {
      at.built = null;
      if (at.parent == null) {
        return;
      }
      at.parent.edited.add(at.idInParent);
    }
  }
}
