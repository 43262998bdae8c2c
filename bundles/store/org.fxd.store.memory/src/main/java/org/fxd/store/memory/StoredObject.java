package org.fxd.store.memory;

import java.util.Optional;
import org.fxd.store.api.ObjectType;

/** An object as it was written first. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredObject(ObjectType type, byte[] bytes) {
  /** What an inspector is shown. */
  Optional<byte[]> bytesUnlessBlob() {
    return type == ObjectType.BLOB ? Optional.empty() : Optional.of(bytes);
  }
}
