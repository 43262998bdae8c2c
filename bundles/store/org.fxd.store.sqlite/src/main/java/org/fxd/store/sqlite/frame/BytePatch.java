package org.fxd.store.sqlite.frame;

import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;

/** Carries out operations on bytes. */
final class BytePatch {
  private final int length;
  private final byte[] literals;
  private final int start;
  private final int end;

  /** Where the hash of an object is known. */
  @FunctionalInterface
  interface Hashes {
    /** The hash, or null if it is not known yet. */
    Hash of(int number);
  }

  /**
   * What is given to make an object.
   *
   * @param length the length that the operations add up to
   * @param literals where the literals are
   * @param start where they begin
   * @param end where they end
   */
  BytePatch(int length, byte[] literals, int start, int end) {
    this.length = length;
    this.literals = literals;
    this.start = start;
    this.end = end;
  }

  /** The object; null if it needs a hash that is not known. */
  byte[] apply(byte[] base, Operations operations, Hashes hashes) throws DamagedException {
    byte[] made = new byte[length];
    int size = 0;
    int literal = start;
    boolean whole = true;
    while (operations.next()) {
      int inserted = operations.inserted();
      if (inserted > end - literal || operations.length() > length - size) {
        throw new DamagedException("its frame inserts more bytes than there are");
      }
      System.arraycopy(literals, literal, made, size, inserted);
      literal += inserted;
      size += inserted;
      if (operations.reference() >= 0) {
        Hash hash = hashes.of(operations.reference());
        if (hash == null) {
          whole = false;
        } else {
          hash.copyTo(made, size);
        }
        size += Hash.LENGTH;
      }
      System.arraycopy(base, operations.from(), made, size, operations.copied());
      size += operations.copied();
    }
    if (size != length || literal != end) {
      throw new DamagedException("its frame makes an object of a wrong length");
    }
    return whole ? made : null;
  }
}
