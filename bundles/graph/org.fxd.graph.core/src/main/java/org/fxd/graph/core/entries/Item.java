package org.fxd.graph.core.entries;

/** What a list of some level holds: entries on the lowest, references to chunks above. */
public sealed interface Item permits Leaf, ChunkRef {
  /** The entry's key, or that of the last entry below the chunk. */
  Key key();

  /** Compares the key with another, without making it. */
  int compareTo(Key key);

  /** How many entries this stands for. */
  long count();
}
