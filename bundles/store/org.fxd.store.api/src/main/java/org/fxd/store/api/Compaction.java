package org.fxd.store.api;

import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes a store small: writes what is kept anew, compactly, and removes the rest. Whoever knows
 * what leads to what drives it: {@linkplain #keep marks} all that is to be kept, {@linkplain #pack
 * packs} it, and {@linkplain #finish finishes}. Others read and write meanwhile. One at a time for
 * a store; belongs to one thread at a time.
 *
 * <p>Killed at any moment, or closed before it is finished, it has removed nothing. The room it
 * needs meanwhile is at most what the packed objects take.
 */
@ProviderType
public interface Compaction extends AutoCloseable {
  /**
   * Marks an object as one to be kept.
   *
   * @return whether it was not marked before; who walks a graph goes on from it only then
   */
  boolean keep(Hash hash);

  /**
   * Writes versions of one thing anew, next to each other and by their difference: contents of one
   * file, say. Objects that the store does not have, or has only {@linkplain Lookup.Corrupt
   * corrupt}, stay as they are.
   *
   * @param type the type of all of them
   * @param versions the newest first; each a kept object that was not packed yet
   * @throws StoreException if the medium fails, or something that is to be packed cannot be read
   */
  void pack(ObjectType type, List<Hash> versions);

  /**
   * Writes an object anew, behind those that were packed before: for objects that lead to each
   * other, such as nodes. They come in the order in which they came to be, the oldest first, and
   * mostly each behind what it leads to; so what a store has to keep of one are mostly places of
   * others.
   *
   * @param lineage the same for all versions of one thing; 0 for none
   * @param object a kept object that was not packed yet; as above if it is not there or corrupt
   * @throws StoreException as above
   */
  void pack(ObjectType type, long lineage, Hash object);

  /**
   * Removes what is not kept.
   *
   * @param rest called once, while nobody else writes: marks what came since the marking began;
   *     what it marks may be there in any form
   * @throws StoreException if the medium fails; what was not removed is removed by the next one
   */
  Outcome finish(Runnable rest);

  /**
   * What came of it.
   *
   * @param kept how many objects are kept
   * @param removed how many were removed
   * @param bytesBefore the size of the store before, in bytes
   * @param bytesAfter the size of the store now, in bytes
   */
  record Outcome(long kept, long removed, long bytesBefore, long bytesAfter) {}

  /** Gives up what was not finished. Again: does nothing. */
  @Override
  void close();
}
