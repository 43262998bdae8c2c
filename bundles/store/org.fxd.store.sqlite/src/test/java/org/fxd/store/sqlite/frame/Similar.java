package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.testkit.Choices;

/** Bytes that are like others. */
final class Similar {
  private Similar() {}

  /** Some edits of the bytes: pieces taken out, put in, repeated, moved. */
  static byte[] to(byte[] bytes, Choices choices) {
    byte[] edited = bytes;
    for (int edits = choices.below(4); edits > 0; edits--) {
      int from = choices.below(edited.length + 1);
      int to = from + choices.below(Math.min(40, edited.length - from) + 1);
      byte[] piece = Arrays.copyOfRange(edited, from, to);
      int at = choices.below(edited.length + 1);
      edited =
          switch (choices.below(4)) {
            case 0 ->
                joined(Arrays.copyOf(edited, from), Arrays.copyOfRange(edited, to, edited.length));
            case 1 -> spliced(edited, at, piece);
            case 2 -> spliced(edited, at, choices.bytes(20));
            default -> joined(edited, edited.length > 2_000 ? piece : edited);
          };
    }
    return edited;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] piece) {
    return joined(
        joined(Arrays.copyOf(bytes, at), piece), Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
