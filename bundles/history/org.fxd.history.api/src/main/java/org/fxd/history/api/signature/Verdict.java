package org.fxd.history.api.signature;

import java.util.Optional;

/**
 * What a signature is worth.
 *
 * @param outcome what was found
 * @param key the fingerprint of the key; empty if there is no signature that can be read
 * @param signer whose key it is, as they are called where keys are kept; known for good ones and
 *     for bad ones by a key that is known
 */
public record Verdict(Outcome outcome, Optional<String> key, Optional<String> signer) {
  /** What was found. */
  public enum Outcome {
    /** The bytes are those that the signer signed. */
    GOOD,
    /** The bytes are not those that were signed, or the signature cannot be read. */
    BAD,
    /** Nobody knows the key, so nothing can be said. */
    UNKNOWN_KEY,
    /** There is no signature. */
    UNSIGNED
  }

  /** The bytes are those that someone signed. */
  public static Verdict good(String key, String signer) {
    return new Verdict(Outcome.GOOD, Optional.of(key), Optional.of(signer));
  }

  /** The bytes are not those that were signed with someone's key. */
  public static Verdict bad(String key, String signer) {
    return new Verdict(Outcome.BAD, Optional.of(key), Optional.of(signer));
  }

  /** The signature cannot be read. */
  public static Verdict unreadable() {
    return new Verdict(Outcome.BAD, Optional.empty(), Optional.empty());
  }

  /** Nobody knows the key. */
  public static Verdict unknownKey(String key) {
    return new Verdict(Outcome.UNKNOWN_KEY, Optional.of(key), Optional.empty());
  }

  /** There is no signature. */
  public static Verdict unsigned() {
    return new Verdict(Outcome.UNSIGNED, Optional.empty(), Optional.empty());
  }
}
