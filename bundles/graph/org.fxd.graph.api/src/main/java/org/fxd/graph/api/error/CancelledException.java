package org.fxd.graph.api.error;

/** The caller asked for the work to stop, and it did, without effect. */
public class CancelledException extends FxdException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to say. */
  public CancelledException(String message) {
    super(Category.FAILED, message, null, null);
  }

  /** A failure with what to do next. */
  public CancelledException(String message, String hint) {
    super(Category.FAILED, message, hint, null);
  }

  /** A failure with its cause. */
  public CancelledException(String message, Throwable cause) {
    super(Category.FAILED, message, null, cause);
  }

  /** A failure with what to do next and its cause; both may be null. */
  public CancelledException(String message, String hint, Throwable cause) {
    super(Category.FAILED, message, hint, cause);
  }
}
