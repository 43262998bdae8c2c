package org.fxd.graph.core.workspace;

import java.util.function.BiConsumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;
import org.osgi.service.component.annotations.Component;

/**
 * An operation leads to its states and to the operations that it follows. The log ends where those
 * are not there any more.
 */
@Component
public final class OperationLinks implements ObjectLinks {
  @Override
  public ObjectType type() {
    return ObjectType.OPERATION;
  }

  /**
   * Reads an operation.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical encoding of one
   */
  public static Operation decode(Hash id, byte[] encoded) {
    return OperationCodec.decode(id, encoded);
  }

  @Override
  public void of(byte[] encoded, BiConsumer<ObjectType, Hash> links) {
    Operation operation = decode(Hash.ZERO, encoded);
    operation.parents().forEach(parent -> links.accept(ObjectType.OPERATION, parent));
    if (!operation.before().equals(Hash.ZERO)) {
      links.accept(ObjectType.NODE, operation.before());
    }
    links.accept(ObjectType.NODE, operation.after());
  }
}
