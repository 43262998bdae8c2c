package org.fxd.runtime.container;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fxd.runtime.HostException;

/**
 * One line of {@code conf/bundles.list}: {@code LEVEL SHA-256 FILE}.
 *
 * @param level the start level; 0 for a library, which is installed and never started
 * @param sha256 of the jar, 64 hexadecimal digits
 * @param file its name within {@code bundles}
 */
record BundleEntry(int level, String sha256, String file) {
  /** The list's lines, without comments. */
  static List<BundleEntry> parse(Stream<String> lines, String where) {
    List<BundleEntry> entries = new ArrayList<>();
    for (String line : (Iterable<String>) lines::iterator) {
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(parse(line, where));
      }
    }
    return List.copyOf(entries);
  }

  private static BundleEntry parse(String line, String where) {
    String[] words = line.strip().split(" +", -1);
    try {
      if (words.length == 3 && words[1].length() == 64 && words[2].indexOf('/') < 0) {
        return new BundleEntry(Integer.parseInt(words[0]), words[1], words[2]);
      }
    } catch (NumberFormatException e) {
      throw new HostException(where + " has no start level in the line '" + line + "'", e);
    }
    throw new HostException(
        where + " is damaged: it should say LEVEL SHA-256 FILE, but says '" + line + "'");
  }

  boolean isLibrary() {
    return level == 0;
  }
}
