package org.fxd.source.api.marker;

/**
 * The checksum of a snippet's body in a marker: tells whether the snippet has changed since the
 * text was rendered. Not a protection against intent.
 */
public final class Checksum {
  private Checksum() {}

  /**
   * The 31-hash over the UTF-16 units of the body with CRLF taken as LF, 32 bits, as lower-case
   * hexadecimal digits without leading zeros; {@code 0} for an empty body.
   */
  public static String of(String body) {
    return Integer.toHexString(body.replace("\r\n", "\n").hashCode());
  }
}
