package org.fxd.store.sqlite.crash;

/** How much is tried: little in every build, much with the profile {@code soak}. */
final class Soak {
  private static final boolean ON = Boolean.getBoolean("fxd.soak");

  private Soak() {}

  static boolean isOn() {
    return ON;
  }

  /** How often something is done. */
  static int times(int usually, int soaking) {
    return ON ? soaking : usually;
  }

  /** A figure for whoever reads the log. */
  static void tell(String figures) {
    System.out.println("[crash] " + figures);
  }
}
