package org.fxd.store.sqlite.crash;

/** How much is tried: little in every build, much with the profile {@code soak}. */
public final class Soak {
  private static final boolean ON = Boolean.getBoolean("fxd.soak");

  private Soak() {}

  static boolean isOn() {
    return ON;
  }

  /** How often something is done. */
  public static int times(int usually, int soaking) {
    return ON ? soaking : usually;
  }

  /** What random numbers begin with: what is tried in every build is always the same. */
  public static long seed() {
    return Long.getLong("fxd.seed", ON ? System.nanoTime() : 1);
  }

  /** A figure for whoever reads the log. */
  static void tell(String figures) {
    tell("crash", figures);
  }

  /**
   * A figure for whoever reads the log.
   *
   * @param of what was tried, in a word
   */
  public static void tell(String of, String figures) {
    System.out.println("[" + of + "] " + figures);
  }
}
