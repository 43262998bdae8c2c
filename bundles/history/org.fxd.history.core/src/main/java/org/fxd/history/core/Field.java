package org.fxd.history.core;

import java.util.Arrays;

/**
 * A header of a commit that this version gives no meaning to, kept as it is: those of another tool,
 * a signature, or one of a later version.
 */
final class Field {
  private final String key;
  private final byte[] content;

  Field(String key, byte[] content) {
    this.key = key;
    this.content = content.clone();
  }

  String key() {
    return key;
  }

  byte[] content() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Field that
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
