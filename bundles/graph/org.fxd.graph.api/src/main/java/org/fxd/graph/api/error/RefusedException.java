package org.fxd.graph.api.error;

/** A hook, a policy or a permission refuses; the message carries the reason. */
public class RefusedException extends FxdException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to say. */
  public RefusedException(String message) {
    super(Category.DENIED, message, null, null);
  }

  /** A failure with what to do next. */
  public RefusedException(String message, String hint) {
    super(Category.DENIED, message, hint, null);
  }

  /** A failure with its cause. */
  public RefusedException(String message, Throwable cause) {
    super(Category.DENIED, message, null, cause);
  }

  /** A failure with what to do next and its cause; both may be null. */
  public RefusedException(String message, String hint, Throwable cause) {
    super(Category.DENIED, message, hint, cause);
  }
}
