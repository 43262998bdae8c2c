package org.fxd.store.sqlite.sorted;

/** What runs are for, and with it what it means if a key is there more than once. */
public enum Space {
  /**
   * Where objects stand, by the first bytes of their hashes. Two objects may share those, so a key
   * may repeat, within a run and from run to run, and each of its entries counts. Nothing is
   * removed but by writing all of it anew.
   */
  OBJECTS(1, true),

  /** The index: a key has one value, that of the newest run which has the key, or is removed. */
  INDEX(2, false);

  private final int number;
  private final boolean repeats;

  Space(int number, boolean repeats) {
    this.number = number;
    this.repeats = repeats;
  }

  /** The number in the column {@code space}. */
  public int number() {
    return number;
  }

  /** Whether a key may have several entries, which all count. If so, there are no removals. */
  public boolean repeats() {
    return repeats;
  }
}
