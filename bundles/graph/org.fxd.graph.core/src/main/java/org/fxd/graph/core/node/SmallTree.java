package org.fxd.graph.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;

/** The bytes of a few nodes that no store has, such as those of a state put together to look at. */
public final class SmallTree {
  private SmallTree() {}

  /**
   * The bytes of a node that was built, and of those in it that were built too, by their hashes.
   *
   * @throws IllegalArgumentException if one of them is so wide that it is cut into chunks
   */
  public static Map<Hash, byte[]> encoded(Node node) {
    Map<Hash, byte[]> bytes = new LinkedHashMap<>();
    collect(node, bytes);
    return bytes;
  }

  private static void collect(Node node, Map<Hash, byte[]> bytes) {
    if (node instanceof BuiltNode built) {
      if (built.map().height() > 0) {
        throw new IllegalArgumentException("This node is cut into chunks");
      }
      bytes.put(built.hash(), NodeCodec.encode(built));
      for (Entry entry : built.entries()) {
        collect(entry.node(), bytes);
      }
    }
  }
}
