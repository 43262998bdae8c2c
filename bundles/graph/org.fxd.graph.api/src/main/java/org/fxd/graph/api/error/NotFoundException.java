package org.fxd.graph.api.error;

/** What was asked for does not exist. */
public class NotFoundException extends FxdException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to say. */
  public NotFoundException(String message) {
    super(Category.FAILED, message, null, null);
  }

  /** A failure with what to do next. */
  public NotFoundException(String message, String hint) {
    super(Category.FAILED, message, hint, null);
  }

  /** A failure with its cause. */
  public NotFoundException(String message, Throwable cause) {
    super(Category.FAILED, message, null, cause);
  }

  /** A failure with what to do next and its cause; both may be null. */
  public NotFoundException(String message, String hint, Throwable cause) {
    super(Category.FAILED, message, hint, cause);
  }
}
