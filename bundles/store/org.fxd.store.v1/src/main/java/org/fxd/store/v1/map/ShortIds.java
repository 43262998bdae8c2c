package org.fxd.store.v1.map;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;

/** The ids of version 1, which are short texts, and those of FXD. */
public final class ShortIds {
  private static final String PREFIX = "fxd";
  private static final int RADIX = 36;
  private static final int DIGITS = 25;
  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-z]{" + DIGITS + "}");

  private ShortIds() {}

  /** The id of a node that never had one of version 1: {@code fxd} and the number, base 36. */
  public static String of(NodeId id) {
    String digits = new BigInteger(1, id.bytes()).toString(RADIX);
    return PREFIX + "0".repeat(DIGITS - digits.length()) + digits;
  }

  /** Whether a text has the form of those that {@link #of} makes. */
  public static boolean isMade(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The id of the node of a row: the one that {@link #of} made a text of, else one that follows
   * from the text.
   */
  public static NodeId read(Cell id) {
    String text = id.shown();
    if (isMade(text)) {
      BigInteger number = new BigInteger(text.substring(PREFIX.length()), RADIX);
      if (number.bitLength() <= 8 * NodeId.LENGTH) {
        return new NodeId(number.shiftRight(Long.SIZE).longValue(), number.longValue());
      }
    }
    MessageDigest digest = Hash.newDigest();
    digest.update("v1:".getBytes(StandardCharsets.UTF_8));
    digest.update(id.bytes());
    return NodeId.derived(Hash.ofDigest(digest));
  }
}
