package org.fxd.history.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An extra line of a commit: a key and its content, part of the commit's id. Signatures, what came
 * with a commit from elsewhere, and what plugins wish to say are headers. Immutable.
 */
public final class Header {
  private final String key;
  private final byte[] content;

  /**
   * A header.
   *
   * @param key such as {@code gpgsig}; not empty, without white space or control characters
   * @param content any bytes, copied
   */
  public Header(String key, byte[] content) {
    if (key.isEmpty() || key.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("a header's key is one word, not '" + key + "'");
    }
    this.key = key;
    this.content = content.clone();
  }

  /** A header whose content is the UTF-8 form of a text. */
  public static Header of(String key, String text) {
    return new Header(key, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What it is about. Several headers of a commit may have the same key. */
  public String key() {
    return key;
  }

  /** A copy of the content. */
  public byte[] content() {
    return content.clone();
  }

  /** The content as text; what is not UTF-8 in it is replaced. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Header that
        && key.equals(that.key)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return key + " (" + content.length + " bytes)";
  }
}
