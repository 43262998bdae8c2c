package org.fxd.runtime;

/** A host cannot do what was asked. The message says which part and why, in at most four lines. */
public final class HostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for a person. */
  public HostException(String message) {
    super(message);
  }

  /** With a message for a person and what caused it. */
  public HostException(String message, Throwable cause) {
    super(message, cause);
  }
}
