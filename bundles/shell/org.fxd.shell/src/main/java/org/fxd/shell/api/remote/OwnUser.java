package org.fxd.shell.api.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** This process's user, by the operating system's number: whose is what this process makes. */
final class OwnUser {
  private OwnUser() {}

  /** The number; empty where users have none, or it cannot be found out. */
  static OptionalInt id() {
    try {
      return OptionalInt.of(owner(Path.of("/proc/self")));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return ofNewFile();
    }
  }

  /** Where there is no {@code /proc}. */
  private static OptionalInt ofNewFile() {
    try {
      Path made = Files.createTempFile("fxd", "");
      try {
        return OptionalInt.of(owner(made));
      } finally {
        Files.delete(made);
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }
}
