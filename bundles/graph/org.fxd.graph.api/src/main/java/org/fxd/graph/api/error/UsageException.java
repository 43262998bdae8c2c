package org.fxd.graph.api.error;

/** The request itself is wrong: a missing argument, a word that is not understood. */
public class UsageException extends FxdException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to say. */
  public UsageException(String message) {
    super(Category.USAGE, message, null, null);
  }

  /** A failure with what to do next. */
  public UsageException(String message, String hint) {
    super(Category.USAGE, message, hint, null);
  }

  /** A failure with its cause. */
  public UsageException(String message, Throwable cause) {
    super(Category.USAGE, message, null, cause);
  }

  /** A failure with what to do next and its cause; both may be null. */
  public UsageException(String message, String hint, Throwable cause) {
    super(Category.USAGE, message, hint, cause);
  }
}
