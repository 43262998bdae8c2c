package org.fxd.plugin.host;

import java.nio.file.Path;

/**
 * A checked jar in the content store.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param file where it stands
 * @param facts what its manifest says
 */
record Content(String sha256, Path file, JarFacts facts) {
  /**
   * Where the framework finds it. The framework remembers a bundle by this, so it is the same in
   * every process and after every restart.
   */
  String location() {
    return "reference:file:" + file.toUri().getRawPath();
  }
}
