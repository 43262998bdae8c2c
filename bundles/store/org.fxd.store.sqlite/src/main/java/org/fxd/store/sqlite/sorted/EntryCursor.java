package org.fxd.store.sqlite.sorted;

import java.sql.SQLException;
import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/** Goes through entries in order. For one thread; holds nothing that would have to be closed. */
public abstract class EntryCursor {
  /** The key of the entry that it is at, in the first {@link #keyLength} bytes. */
  protected byte[] keyBytes = new byte[0];

  /** The length of that key. */
  protected int keyLength;

  /** Only for cursors of this package. */
  EntryCursor() {}

  /**
   * Goes to the next entry; a new cursor is before the first.
   *
   * @return whether there is one
   */
  public abstract boolean next() throws SQLException, DamagedException;

  /** The value of the entry that it is at; null if it is a removal. */
  public abstract byte[] value();

  /** Whether the entry that it is at is a removal. */
  public abstract boolean isRemoval();

  /** The key of the entry that it is at. */
  public final byte[] key() {
    return Arrays.copyOf(keyBytes, keyLength);
  }

  /** Compares the key of the entry that it is at with another. */
  public final int compareKey(byte[] key) {
    return Arrays.compareUnsigned(keyBytes, 0, keyLength, key, 0, key.length);
  }

  /** Compares the keys of the entries that two cursors are at. */
  final int compareKey(EntryCursor other) {
    return Arrays.compareUnsigned(keyBytes, 0, keyLength, other.keyBytes, 0, other.keyLength);
  }

  /** Makes room for a key. */
  final void room(int length) {
    if (keyBytes.length < length) {
      keyBytes = new byte[Math.max(length, 32)];
    }
    keyLength = length;
  }
}
