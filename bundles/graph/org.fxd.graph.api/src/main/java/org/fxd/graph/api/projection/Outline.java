package org.fxd.graph.api.projection;

import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;

/**
 * A projection without its text.
 *
 * @param metadata what the projected node's metadata say beyond the stored node's
 * @param inner the inner nodes that have an identity of their own (no heads, no gaps), in any order
 * @param hint opaque bytes that make the projection quick next time; not to be changed; may be
 *     empty
 */
// Never compared; a copy for each file of a project would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public record Outline(Map<String, Value> metadata, List<Inner> inner, byte[] hint) {
  public Outline {
    metadata = Map.copyOf(metadata);
    inner = List.copyOf(inner);
  }

  /**
   * An inner node.
   *
   * @param id its id
   * @param name its own name
   * @param kind its kind
   * @param metadata its metadata
   */
  public record Inner(NodeId id, Name name, Kind kind, Map<String, Value> metadata) {
    public Inner {
      metadata = Map.copyOf(metadata);
    }
  }
}
