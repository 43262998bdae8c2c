package org.fxd.history.api.signature;

/**
 * A key whose signatures are recognised.
 *
 * @param name what its owner is called here
 * @param fingerprint the SHA-256 of its public half in X.509 form, 64 hexadecimal digits
 * @param kind whose it is
 * @param publicKey its public half, X.509 as PEM: what is given to others, so that they trust it
 */
public record KnownKey(String name, String fingerprint, Kind kind, String publicKey) {
  /** Whose a key is. */
  public enum Kind {
    /** One's own: its private half is here, so it can sign. */
    OWN,
    /** Someone else's, which is trusted. */
    TRUSTED
  }
}
