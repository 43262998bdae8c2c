package org.fxd.graph.api;

import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One immutable, complete tree: a kind, a value, metadata and ordered entries.
 *
 * <h2>Immutability</h2>
 *
 * A node never changes. To change a project, take a {@link #builder()}, change that, and build
 * another node; the two share all that is equal. Nodes are safe for use by any number of threads.
 *
 * <h2>Laziness</h2>
 *
 * A node that came from a store knows its hash and reads the rest when first asked. So any method
 * except {@link #hash()} and {@link #exists()} may read, and may throw a {@link StoreException}
 * that names the object. Wide nodes are kept in small chunks: looking up one entry among a million,
 * or comparing two such nodes that differ in one entry, reads a handful of them.
 *
 * <h2>Existence</h2>
 *
 * {@link #child(Name)} never returns null: a child that is not there is a node that does {@link
 * #exists() not exist}, without kind, value or entries. So a path can be walked without checks.
 *
 * <h2>Equality</h2>
 *
 * Nodes are equal when their hashes are, which holds exactly when the whole trees are.
 */
@ProviderType
public interface Node {
  /** What sort of thing this is; {@link Kind#NONE} if it does not exist. */
  Kind kind();

  /** The value; {@link Value#NONE} if there is none. */
  Value value();

  /** The metadata, sorted by key; unmodifiable. */
  SortedMap<String, Value> metadata();

  /** One metadatum; {@link Value#NONE} if it is not set. */
  default Value metadata(String key) {
    return metadata().getOrDefault(key, Value.NONE);
  }

  /** The SHA-256 of the canonical encoding; {@link Hash#ZERO} if the node does not exist. */
  Hash hash();

  /** Whether there is such a node at all. */
  boolean exists();

  /** How many entries there are. */
  long size();

  /**
   * The first child with a name.
   *
   * @return the child; one that does not {@link #exists() exist} if there is none
   */
  default Node child(Name name) {
    return entry(name).map(Entry::node).orElseGet(this::missing);
  }

  /** The first child whose name is the UTF-8 form of a text. */
  default Node child(String name) {
    return child(Name.of(name));
  }

  /** The first entry with a name. Costs O(log n) where the kind sorts by name, else O(n). */
  Optional<Entry> entry(Name name);

  /** The entry with an id among this node's own entries. Costs O(n) here. */
  Optional<Entry> entry(NodeId id);

  /** The entries in order. Each iteration reads as it goes. */
  Iterable<Entry> entries();

  /** A node that does not exist. */
  Node missing();

  /** A builder that starts from this node. Building it unchanged gives an equal node. */
  NodeBuilder builder();

  /**
   * Tells a visitor how this node differs from another, one level deep; the visitor decides where
   * to go deeper. Equal nodes are not read at all; nodes that share chunks read only those that
   * differ.
   *
   * @param base the earlier node
   * @param visitor told of each difference
   * @return false if the visitor stopped the comparison
   */
  boolean diff(Node base, NodeDiff visitor);
}
