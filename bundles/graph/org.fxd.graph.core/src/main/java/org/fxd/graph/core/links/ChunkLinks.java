package org.fxd.graph.core.links;

import java.util.function.BiConsumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;
import org.osgi.service.component.annotations.Component;

/** A chunk leads to its entries, or to the chunks below it. */
@Component
public final class ChunkLinks implements ObjectLinks {
  @Override
  public ObjectType type() {
    return ObjectType.CHUNK;
  }

  @Override
  public void of(byte[] encoded, BiConsumer<ObjectType, Hash> links) {
    NodeLinks.items(NodeParts.chunk(encoded).items(), links);
  }
}
