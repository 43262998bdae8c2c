package org.fxd.graph.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told how one node differs from another. Each method returns whether to go on.
 *
 * <p>Entries are matched by {@link NodeId}: an entry that is renamed or moved within the node is
 * one {@link #changed} call. An entry that moved to another parent is {@link #removed} here and
 * {@link #added} there, with the same id; {@link Nodes#compare} puts the two together.
 */
@ConsumerType
public interface NodeDiff {
  /** Kind, value or metadata differ. Called at most once, before all else. */
  default boolean self(Node before, Node after) {
    return true;
  }

  /** An entry that only the later node has. */
  boolean added(Entry after);

  /** An entry that only the earlier node has. */
  boolean removed(Entry before);

  /** An entry that both have, with another name, place or child. */
  boolean changed(Entry before, Entry after);
}
