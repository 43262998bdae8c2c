package org.fxd.graph.core.node;

import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.ChunkSource;

/** Gives nodes, chunks and content of which there is no more than the hash. */
final class Unread implements ChunkSource {
  static final Unread SOURCE = new Unread();

  private Unread() {}

  @Override
  public Chunk chunk(ChunkRef ref) {
    throw new IllegalStateException("Only the hash of a part is known here: " + ref.hash());
  }

  @Override
  public Node node(Hash hash) {
    return new StoredNode(null, hash);
  }

  Blob blob(Hash hash, long size) {
    return new StoredBlob(null, hash, size, unknown -> Optional.empty());
  }
}
