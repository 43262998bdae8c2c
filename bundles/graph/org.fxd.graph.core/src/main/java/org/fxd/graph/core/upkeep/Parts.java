package org.fxd.graph.core.upkeep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.Item;
import org.fxd.graph.core.entries.Key;
import org.fxd.graph.core.entries.Leaf;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.store.api.ObjectType;

/** Where nodes and their parts lead, and what each object there is a version of. */
final class Parts {
  private static final long LINKED = 3;

  private Parts() {}

  /**
   * The steps from a node, in order.
   *
   * @param name the node's, and that of its content
   */
  static List<Step> of(NodeParts node, long high, long low, int name) {
    List<Step> steps = new ArrayList<>();
    value(node, "", node.value(), high, low, name, steps);
    for (Map.Entry<String, Value> metadatum : node.metadata().entrySet()) {
      value(node, metadatum.getKey(), metadatum.getValue(), high, low, name, steps);
    }
    items(node.map().items(), high, low, steps);
    return steps;
  }

  /** The steps from a part of a wide node, in order. */
  static List<Step> of(Chunk chunk, long high, long low) {
    List<Step> steps = new ArrayList<>();
    items(chunk.items(), high, low, steps);
    return steps;
  }

  /** Whether what a node links to must be there, as what a reference or a tag leads to. */
  static boolean holds(NodeParts node) {
    return node.kind().equals(Kind.REF) || node.kind().equals(Kind.TAG);
  }

  private static void value(
      NodeParts node, String key, Value value, long high, long low, int name, List<Step> steps) {
    if (value instanceof Value.OfBlob blob) {
      // Content of one node is of one lineage for its value, and of one for each metadatum.
      steps.add(new Step(ObjectType.BLOB, blob.blob().hash(), high, low ^ mix(key), name, false));
    } else if (value instanceof Value.Link link && !link.hash().equals(Hash.ZERO)) {
      boolean loose = !holds(node);
      steps.add(new Step(null, link.hash(), 0, LINKED, loose));
    }
  }

  private static void items(List<Item> items, long high, long low, List<Step> steps) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item instanceof Leaf leaf) {
        NodeId id = leaf.id();
        int name = Arrays.hashCode(leaf.name().bytes());
        steps.add(new Step(ObjectType.NODE, leaf.node().hash(), id.high(), id.low(), name, false));
      } else if (item instanceof ChunkRef ref) {
        long place = place(ref, i == items.size() - 1);
        steps.add(new Step(ObjectType.CHUNK, ref.hash(), high ^ place, low, false));
      }
    }
  }

  /**
   * What stays of a part of a wide node when others come and go: its last key, and of the very last
   * one, that it is the last.
   */
  private static long place(ChunkRef ref, boolean last) {
    long mixed = (ref.level() + 1L) * 0xff51afd7ed558ccdL;
    if (!last) {
      Key key = ref.key();
      for (byte b : key.byName() ? key.name().bytes() : key.place().bytes()) {
        mixed = (mixed ^ b & 0xff) * 0x100000001b3L;
      }
      mixed ^= key.byName() ? 0 : key.id().low();
    }
    return mixed ^ mixed >>> 29;
  }

  private static long mix(String key) {
    long mixed = 0;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      mixed = (mixed ^ b & 0xff) * 0x100000001b3L;
    }
    return mixed;
  }
}
