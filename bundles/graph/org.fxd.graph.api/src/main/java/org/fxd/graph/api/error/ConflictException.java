package org.fxd.graph.api.error;

/** Two changes contradict each other; neither is lost. */
public class ConflictException extends FxdException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to say. */
  public ConflictException(String message) {
    super(Category.CONFLICT, message, null, null);
  }

  /** A failure with what to do next. */
  public ConflictException(String message, String hint) {
    super(Category.CONFLICT, message, hint, null);
  }

  /** A failure with its cause. */
  public ConflictException(String message, Throwable cause) {
    super(Category.CONFLICT, message, null, cause);
  }

  /** A failure with what to do next and its cause; both may be null. */
  public ConflictException(String message, String hint, Throwable cause) {
    super(Category.CONFLICT, message, hint, cause);
  }
}
