package org.fxd.graph.core.select;

import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;

/** Asks for a marker id, or for a node id or its beginning. Immutable. */
final class HasId implements Check {
  private static final int SHORTEST = 6;
  private static final int HALF = 16;

  private final String id;
  private final long high;
  private final long highMask;
  private final long low;
  private final long lowMask;

  HasId(String id) {
    this.id = id;
    boolean digits = id.length() >= SHORTEST && id.length() <= 2 * NodeId.LENGTH && isHex(id);
    String first = digits ? id.substring(0, Math.min(HALF, id.length())) : "";
    String second = digits ? id.substring(first.length()) : "";
    this.high = bits(first);
    this.highMask = mask(first);
    this.low = bits(second);
    this.lowMask = mask(second);
  }

  private static boolean isHex(String id) {
    return id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  private static long bits(String digits) {
    return digits.isEmpty()
        ? 0
        : Long.parseUnsignedLong(digits, HALF) << 4 * (HALF - digits.length());
  }

  private static long mask(String digits) {
    return digits.isEmpty() ? 0 : -1L << 4 * (HALF - digits.length());
  }

  @Override
  public boolean meets(Match match, Matching run) {
    NodeId own = match.id();
    if (highMask != 0 && (own.high() & highMask) == high && (own.low() & lowMask) == low) {
      return true;
    }
    Value marker = match.node().metadata("id");
    return !marker.equals(Value.NONE) && marker.toString().equals(id);
  }
}
