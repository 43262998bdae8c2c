package org.fxd.graph.core.node;

import java.util.SortedMap;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkCodec;
import org.fxd.graph.core.entries.EntryMap;

/**
 * What one stored node is made of, for whoever looks at objects rather than at trees. Of the nodes,
 * parts and content that it leads to, only the hashes are known: they cannot be read from here.
 */
public record NodeParts(Kind kind, Value value, SortedMap<String, Value> metadata, EntryMap map) {
  /**
   * Takes a node apart.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical encoding of one
   */
  public static NodeParts of(byte[] encoded) {
    NodeBody body = NodeCodec.decode(encoded, Unread.SOURCE, Unread.SOURCE::blob);
    return new NodeParts(body.kind(), body.value(), body.metadata(), body.map());
  }

  /**
   * Takes a chunk apart.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical encoding of one
   */
  public static Chunk chunk(byte[] encoded) {
    return ChunkCodec.decode(encoded, Unread.SOURCE);
  }
}
