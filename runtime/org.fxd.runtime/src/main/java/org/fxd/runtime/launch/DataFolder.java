package org.fxd.runtime.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the platform wants a program's data of one user to be. */
final class DataFolder {
  private DataFolder() {}

  static Path usual() {
    return usual(
        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
  }

  static Path usual(String system, String home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isBlank() ? Path.of(home, "AppData", "Local") : Path.of(local)).resolve("fxd");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "fxd");
    }
    // The specification says that a relative one is to be ignored.
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    return xdg.startsWith("/") ? Path.of(xdg, "fxd") : Path.of(home, ".local", "share", "fxd");
  }
}
