package org.fxd.store.sqlite.frame;

import org.fxd.store.sqlite.DamagedException;

/**
 * How to make some bytes from others, its base: what to copy and what to insert. The operations are
 * written as {@link Operations} reads them, without references. The inserted bytes, the
 * <em>literals</em>, stand apart: they are text, the operations are not, and each compresses better
 * among its own.
 *
 * <p>Immutable, if nobody changes the arrays.
 */
public final class Delta {
  private final byte[] operations;
  private final byte[] literals;
  private final int length;

  Delta(byte[] operations, byte[] literals, int length) {
    this.operations = operations;
    this.literals = literals;
    this.length = length;
  }

  byte[] operations() {
    return operations;
  }

  byte[] literals() {
    return literals;
  }

  /** The bytes of what is made. */
  public int length() {
    return length;
  }

  /** The bytes that the delta takes before compression. */
  public int size() {
    return operations.length + literals.length;
  }

  /**
   * Makes what the delta was made of.
   *
   * @throws DamagedException if the base is not the one that the delta was made against
   */
  public byte[] apply(byte[] base) throws DamagedException {
    ByteCursor in = new ByteCursor(operations, 0, operations.length);
    BytePatch patch = new BytePatch(length, literals, 0, literals.length);
    return patch.apply(base, new Operations(in, base.length, 0, false), none -> null);
  }
}
