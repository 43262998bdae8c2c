package org.fxd.store.sqlite.frame;

/**
 * The way from an object, delta by delta, to one that is whole, and where the parts of each stand.
 * Where two ways meet, they go on as one. Not changed once it is there for others.
 */
final class Way {
  static final Way NONE = new Way(new int[0]);

  private final int[] chain;
  private final Parts[] parts;

  /**
   * A way of which no parts are known.
   *
   * @param chain the numbers of the objects on it
   */
  Way(int[] chain) {
    this.chain = chain;
    this.parts = new Parts[chain.length];
  }

  int length() {
    return chain.length;
  }

  int number(int step) {
    return chain[step];
  }

  /** The parts of an object on it; null if they are not known. */
  Parts parts(int step) {
    return parts[step];
  }

  /** Remembers the parts of an object; they are not changed from then on. */
  void know(int step, Parts known) {
    parts[step] = known;
  }

  /**
   * Takes over what another way knows.
   *
   * @return the first step whose parts are known; the length if there is none
   */
  int learn(Way other) {
    for (int step = 0; step < chain.length; step++) {
      int there = other.step(chain[step]);
      if (there >= 0 && other.parts[there] != null) {
        System.arraycopy(other.parts, there, parts, step, chain.length - step);
        return step;
      }
    }
    return chain.length;
  }

  private int step(int number) {
    for (int step = 0; step < chain.length; step++) {
      if (chain[step] == number) {
        return step;
      }
    }
    return -1;
  }

  /** How many parts it knows in all. */
  int count() {
    int count = 0;
    for (Parts each : parts) {
      count += each == null ? 0 : each.count();
    }
    return count;
  }
}
