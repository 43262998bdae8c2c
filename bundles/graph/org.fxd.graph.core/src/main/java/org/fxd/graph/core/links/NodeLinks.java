package org.fxd.graph.core.links;

import java.util.List;
import java.util.function.BiConsumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.Item;
import org.fxd.graph.core.entries.Leaf;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;
import org.osgi.service.component.annotations.Component;

/** A node leads to its content, to what its values link to, and to its entries. */
@Component
public final class NodeLinks implements ObjectLinks {
  @Override
  public ObjectType type() {
    return ObjectType.NODE;
  }

  @Override
  public void of(byte[] encoded, BiConsumer<ObjectType, Hash> links) {
    NodeParts node = NodeParts.of(encoded);
    value(node.value(), links);
    node.metadata().values().forEach(value -> value(value, links));
    items(node.map().items(), links);
  }

  private static void value(Value value, BiConsumer<ObjectType, Hash> links) {
    if (value instanceof Value.OfBlob blob) {
      links.accept(ObjectType.BLOB, blob.blob().hash());
    } else if (value instanceof Value.Link link && !link.hash().equals(Hash.ZERO)) {
      links.accept(null, link.hash());
    }
  }

  static void items(List<Item> items, BiConsumer<ObjectType, Hash> links) {
    for (Item item : items) {
      if (item instanceof Leaf leaf) {
        links.accept(ObjectType.NODE, leaf.node().hash());
      } else if (item instanceof ChunkRef chunk) {
        links.accept(ObjectType.CHUNK, chunk.hash());
      }
    }
  }
}
