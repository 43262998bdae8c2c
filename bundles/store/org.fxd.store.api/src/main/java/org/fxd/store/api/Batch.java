package org.fxd.store.api;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Objects, references and entries of the index written together: all of them are durable when
 * {@link #commit()} returns, or none is. Belongs to one thread at a time.
 */
@ProviderType
public interface Batch extends AutoCloseable {
  /**
   * Writes an object. Writing one that is there already does nothing.
   *
   * @param hash the SHA-256 of the bytes; trusted, so the caller must have computed it
   * @param bytes the canonical encoding; not copied, so it must not change afterwards
   */
  void put(ObjectType type, Hash hash, byte[] bytes);

  /**
   * Writes a blob of any size without holding all of it in memory.
   *
   * @param in read to its end; the caller closes it
   * @return the SHA-256 and the size of the content
   * @throws StoreException if the stream or the medium fails; if it was the stream, the batch goes
   *     on without this blob
   */
  Stored putBlob(InputStream in);

  /** What {@link #putBlob} wrote. */
  record Stored(Hash hash, long size) {}

  /**
   * Reads a blob that was written to this batch and is not committed yet. Readers of the store do
   * not see it, but whoever writes may have to look at it again before it is durable. The stream is
   * of use until the batch ends.
   *
   * @return empty if neither this batch nor the store has it; the caller closes the stream
   */
  Optional<InputStream> open(Hash blob);

  /**
   * Changes a reference when this batch commits. Changes of one reference happen in the order in
   * which they were asked for, each expecting what the one before leaves.
   *
   * @param name the reference: text that UTF-8 can encode, to {@link #MAX_REF_NAME} bytes at most
   * @param expected what it must hold then; {@link Hash#ZERO} for "nothing"
   * @param next what it will hold; {@link Hash#ZERO} removes it
   * @throws IllegalArgumentException if the name is too long or cannot be encoded
   */
  void ref(String name, Hash expected, Hash next);

  /**
   * Writes an entry of the index, in place of the one with that key. Of several writes to one key,
   * the last counts. Any number can be written, in any order.
   *
   * @param key 1 to {@link #MAX_INDEX_KEY} bytes; not copied, so it must not change afterwards
   * @param value not copied either; null removes the entry
   * @throws IllegalArgumentException if the key is too long or empty
   */
  void index(byte[] key, byte[] value);

  /**
   * Reads the index as it is before this batch: as it will be when all that was sealed before is
   * durable. What this batch itself writes does not show.
   *
   * @param query as for {@link Store#index}
   */
  <T> T readIndex(Function<IndexReader, T> query);

  /** The longest name of a reference, in bytes of UTF-8. */
  int MAX_REF_NAME = 1024;

  /** The longest key of an index entry, in bytes. */
  int MAX_INDEX_KEY = 1024;

  /**
   * Makes all of it durable: {@link #seal} and {@link Pending#await}.
   *
   * @throws ConflictException if a reference does not hold what was expected; nothing is written
   * @throws StoreException if the medium fails; nothing is written
   */
  default void commit() {
    seal().await();
  }

  /**
   * Ends the batch and puts it in line to become durable, behind those that were sealed before. The
   * next batch may begin at once, and finds references and index as this one leaves them; readers
   * of the store see its references and index when it is durable. Its objects can be read from now
   * on.
   *
   * @return what to wait for
   * @throws ConflictException if a reference does not hold what was expected; nothing is written
   * @throws StoreException if the medium fails already; nothing is written
   */
  Pending seal();

  /** Gives up what was not committed. Closing again does nothing. */
  @Override
  void close();
}
