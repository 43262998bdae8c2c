package org.fxd.graph.core.entries;

import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;

/** Where chunks are read from. */
public interface ChunkSource {
  /** Reads a chunk and {@linkplain ChunkRef#check checks} it. */
  Chunk chunk(ChunkRef ref);

  /** The node with a hash, read when touched. */
  Node node(Hash hash);
}
