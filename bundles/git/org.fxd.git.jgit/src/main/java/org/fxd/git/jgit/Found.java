package org.fxd.git.jgit;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/**
 * Something that stands in the imported folder, and step by step what becomes of it: the project's
 * entry that it continues, its id, and at last its node. Belongs to one import.
 */
final class Found {
  /** What it is. */
  enum Type {
    FOLDER,
    FILE,
    SYMLINK,
    GITLINK,
    /** A folder that could not be read: what the project has of it stays. */
    UNREADABLE
  }

  private Type type;
  private final Found parent;
  private final Name name;
  private final Path path;
  private final Stat stat;
  private final String key;
  private final List<Found> children = new ArrayList<>();

  private FolderMemory.KnownFile known;
  private Hash knownNode;
  private boolean unchanged;
  private Optional<byte[]> target = Optional.empty();
  private Optional<Entry> before = Optional.empty();
  private boolean moved;
  private Content content;
  private long snippets = -1;
  private NodeId id;
  private Node node;

  /**
   * Something found.
   *
   * @param parent the folder that it stands in; null for the imported folder itself
   * @param key its path, one character a byte
   * @param stat what the file system says of it; null for what has no content
   */
  Found(Type type, Found parent, Name name, Path path, String key, Stat stat) {
    this.type = type;
    this.parent = parent;
    this.name = name;
    this.path = path;
    this.key = key;
    this.stat = stat;
  }

  Type type() {
    return type;
  }

  Name name() {
    return name;
  }

  /** It cannot be read. */
  void giveUp() {
    type = Type.UNREADABLE;
    children.clear();
  }

  /** It is not there after all. */
  void leaveOut() {
    parent.children.remove(this);
  }

  /** Where it stands on disk. */
  Path path() {
    return path;
  }

  /** What the file system said of it when it was found; null for what has no content. */
  Stat stat() {
    return stat;
  }

  /** Its path, one character a byte. */
  String key() {
    return key;
  }

  /** Of a folder: what stands in it, by name. */
  List<Found> children() {
    return children;
  }

  boolean executable() {
    return stat.executable();
  }

  /** Of a file: what is known of its content without opening it; null if nothing is. */
  FolderMemory.KnownFile known() {
    return known;
  }

  void known(FolderMemory.KnownFile value) {
    known = value;
  }

  /** Of a folder: the node that says all that stands in it, if that is known; else null. */
  Hash knownNode() {
    return knownNode;
  }

  void knownNode(Hash value) {
    knownNode = value;
  }

  /** Of a folder: whether the project has all of it as it is, so that nobody need look into it. */
  boolean isUnchanged() {
    return unchanged;
  }

  /** The project has all of this folder as it is. */
  void unchanged(Node same) {
    unchanged = true;
    node = same;
  }

  /** Of a symbolic link: where it points; of a gitlink: the commit. */
  byte[] target() {
    return target.orElseThrow();
  }

  void target(byte[] bytes) {
    target = Optional.of(bytes);
  }

  /** The project's entry that this continues. */
  Optional<Entry> before() {
    return before;
  }

  void before(Entry entry) {
    before = Optional.of(entry);
    id = entry.id();
  }

  /** The project's file that this file continues; empty if that is none, or was a link. */
  Optional<Node> fileBefore() {
    return before.map(Entry::node).filter(earlier -> earlier.kind().equals(Kind.FILE));
  }

  /** Whether it continues an entry that had another path. */
  boolean moved() {
    return moved;
  }

  void continueFrom(Entry entry) {
    before(entry);
    moved = true;
  }

  /** Of a file: what was read; null if it could not be. */
  Content content() {
    return content;
  }

  void content(Content value) {
    content = value;
  }

  /** How many snippets it has; -1 until they are counted. */
  long snippets() {
    return snippets;
  }

  void snippets(long count) {
    snippets = count;
  }

  /** Null until it is decided. */
  NodeId id() {
    return id;
  }

  void id(NodeId value) {
    id = value;
  }

  /** Null until it is made, and if nothing comes of it. */
  Node node() {
    return node;
  }

  void node(Node value) {
    node = value;
  }

  /** The names from the imported folder to this. */
  List<Name> names() {
    Deque<Name> names = new ArrayDeque<>();
    for (Found at = this; at.parent != null; at = at.parent) {
      names.push(at.name);
    }
    return new ArrayList<>(names);
  }

  /** The path in the imported folder, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Name part : names()) {
      text.append(text.isEmpty() ? "" : "/").append(part);
    }
    return text.isEmpty() ? "." : text.toString();
  }
}
