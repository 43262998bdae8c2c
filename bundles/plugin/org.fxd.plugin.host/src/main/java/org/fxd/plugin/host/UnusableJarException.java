package org.fxd.plugin.host;

/** A jar cannot be taken in; the message is the end of a sentence that begins with its name. */
final class UnusableJarException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean incomplete;

  private UnusableJarException(String message, boolean incomplete) {
    super(message);
    this.incomplete = incomplete;
  }

  /** It may become a good jar yet, if more of it arrives. */
  static UnusableJarException incomplete(String message) {
    return new UnusableJarException(message, true);
  }

  /** It is all there, and no good. */
  static UnusableJarException refused(String message) {
    return new UnusableJarException(message, false);
  }

  /** Whether waiting may help. */
  boolean isIncomplete() {
    return incomplete;
  }
}
