package org.fxd.graph.core.index;

/** Takes changes of the index. */
interface Rows {
  void put(byte[] key, byte[] value);

  void remove(byte[] key);

  /** Whether it takes no more: whoever makes changes stops. */
  default boolean isFull() {
    return false;
  }
}
