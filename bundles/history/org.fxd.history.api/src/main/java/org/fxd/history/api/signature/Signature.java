package org.fxd.history.api.signature;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signature, as the header of a commit holds it: {@code ed25519 FINGERPRINT BASE64}. Immutable.
 */
public final class Signature {
  /** The key of the header. */
  public static final String HEADER = "fxdsig";

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,32}) ([0-9a-f]{64}) ([A-Za-z0-9+/]{1,16384}={0,2})");

  private final String algorithm;
  private final String key;
  private final byte[] bytes;

  /**
   * A signature.
   *
   * @param algorithm such as {@code ed25519}; up to 32 lower-case letters, digits and hyphens
   * @param key the fingerprint of the key: the SHA-256 of its X.509 form, 64 hexadecimal digits
   * @param bytes the signature itself, copied
   * @throws IllegalArgumentException if they do not have that form
   */
  public Signature(String algorithm, String key, byte[] bytes) {
    this.algorithm = algorithm;
    this.key = key;
    this.bytes = bytes.clone();
    if (!FORM.matcher(text()).matches()) {
      throw new IllegalArgumentException("no signature: " + text());
    }
  }

  /** Reads the text form; empty if it has another form. */
  public static Optional<Signature> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(matcher.group(3));
      Signature signature = new Signature(matcher.group(1), matcher.group(2), bytes);
      return Optional.of(signature).filter(read -> read.text().equals(text));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** How it was made, such as {@code ed25519}. */
  public String algorithm() {
    return algorithm;
  }

  /** The fingerprint of the key it was made with. */
  public String key() {
    return key;
  }

  /** A copy of the signature itself. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The text form. */
  public String text() {
    return algorithm + " " + key + " " + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature that
        && algorithm.equals(that.algorithm)
        && key.equals(that.key)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
