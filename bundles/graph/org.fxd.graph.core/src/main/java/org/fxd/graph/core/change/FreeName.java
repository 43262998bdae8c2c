package org.fxd.graph.core.change;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import org.fxd.graph.api.Name;

/** Finds names that nobody has. */
final class FreeName {
  private FreeName() {}

  /**
   * A name like another: {@code a~2.txt} for {@code a.txt}, or with a higher number.
   *
   * @param taken whether something has a name already
   */
  static Name like(Name name, Predicate<Name> taken) {
    byte[] bytes = name.bytes();
    int dot = bytes.length;
    for (int at = bytes.length - 1; at > 0 && dot == bytes.length; at--) {
      dot = bytes[at] == '.' ? at : dot;
    }
    for (int number = 2; ; number++) {
      byte[] mark = ("~" + number).getBytes(StandardCharsets.US_ASCII);
      int kept = Math.min(dot, Name.MAX_LENGTH - mark.length - (bytes.length - dot));
      Name free = kept < 0 ? Name.ofBytes(mark) : Name.ofBytes(join(bytes, kept, mark, dot));
      if (!taken.test(free)) {
        return free;
      }
    }
  }

  private static byte[] join(byte[] bytes, int kept, byte[] mark, int rest) {
    byte[] joined = Arrays.copyOf(bytes, kept + mark.length + bytes.length - rest);
    System.arraycopy(mark, 0, joined, kept, mark.length);
    System.arraycopy(bytes, rest, joined, kept + mark.length, bytes.length - rest);
    return joined;
  }
}
