package org.fxd.store.api;

import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.fxd.graph.api.Hash;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what an object of one type leads to: what must be kept if it is kept. A whiteboard service
 * of whoever defines a type; a store itself knows nothing of what is in its objects. Safe for use
 * by any number of threads.
 *
 * <p>Where nobody tells of a type that is in a store, nothing is collected there.
 */
@ConsumerType
public interface ObjectLinks {
  /** The type. */
  ObjectType type();

  /**
   * Tells all that an object names.
   *
   * @param encoded its canonical bytes; not to be changed
   * @param links told of each type and hash, in the object's order; the type is null where only the
   *     object there can say it, and nothing need be there then. Never told {@link Hash#ZERO}
   * @throws IllegalArgumentException if the bytes are no such object; the message says why, as the
   *     rest of a sentence
   */
  void of(byte[] encoded, BiConsumer<ObjectType, Hash> links);

  /**
   * The generation that an object says it is of, where objects of this type say so: 1 if it names
   * none of its own type, else one more than the largest of theirs. A check of the store compares
   * them, and objects of one type are stored in this order, the largest first.
   *
   * @param encoded its canonical bytes; not to be changed
   * @throws IllegalArgumentException as {@link #of}
   */
  default OptionalLong generation(byte[] encoded) {
    return OptionalLong.empty();
  }
}
