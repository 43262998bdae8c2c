package org.fxd.source.treesitter;

import java.util.Locale;

/**
 * An operating system and a processor, as the names of native libraries say it.
 *
 * @param system such as {@code linux-gnu}
 * @param processor such as {@code x86_64}
 * @param suffix of libraries, such as {@code so}
 */
record Platform(String system, String processor, String suffix) {
  /** The one that this JVM runs on. */
  static Platform current() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** The one that Java names so. Whether there are libraries for it shows when one is asked for. */
  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String arch = osArch.toLowerCase(Locale.ROOT);
    String processor =
        switch (arch) {
          case "amd64", "x86_64", "x64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> arch;
        };
    if (name.contains("windows")) {
      return new Platform("windows", processor, "dll");
    }
    if (name.contains("mac")) {
      return new Platform("macos", processor, "dylib");
    }
    return new Platform(name.contains("linux") ? "linux-gnu" : name, processor, "so");
  }

  /** Where in the bundle, and in the folder, a library is. */
  String library(String name) {
    return "lib/" + processor + "-" + system + "-" + name + "." + suffix;
  }

  @Override
  public String toString() {
    return system + " on " + processor;
  }
}
