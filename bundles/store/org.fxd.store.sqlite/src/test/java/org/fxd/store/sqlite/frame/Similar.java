package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.testkit.Choices;

/** Bytes that are like others. */
final class Similar {
  private static final int MOST_DOUBLED = 2_000;

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
            case 0 -> replaced(edited, from, to, new byte[0]);
            case 1 -> replaced(edited, at, at, piece);
            case 2 -> replaced(edited, at, at, choices.bytes(20));
            default -> replaced(edited, 0, 0, edited.length > MOST_DOUBLED ? piece : edited);
          };
    }
    return edited;
  }

  /** The bytes with others in the place of a range. */
  static byte[] replaced(byte[] bytes, int from, int to, byte[] others) {
    byte[] replaced = new byte[bytes.length - (to - from) + others.length];
    System.arraycopy(bytes, 0, replaced, 0, from);
    System.arraycopy(others, 0, replaced, from, others.length);
    System.arraycopy(bytes, to, replaced, from + others.length, bytes.length - to);
    return replaced;
  }
}
