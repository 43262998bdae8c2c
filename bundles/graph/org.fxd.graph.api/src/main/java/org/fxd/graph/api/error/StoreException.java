package org.fxd.graph.api.error;

/** The store cannot read or write; the message names the file and, where it can, the object. */
public class StoreException extends FxdException {
  private static final long serialVersionUID = 1L;

  /** A failure with nothing more to say. */
  public StoreException(String message) {
    super(Category.FAILED, message, null, null);
  }

  /** A failure with what to do next. */
  public StoreException(String message, String hint) {
    super(Category.FAILED, message, hint, null);
  }

  /** A failure with its cause. */
  public StoreException(String message, Throwable cause) {
    super(Category.FAILED, message, null, cause);
  }

  /** A failure with what to do next and its cause; both may be null. */
  public StoreException(String message, String hint, Throwable cause) {
    super(Category.FAILED, message, hint, cause);
  }
}
