package org.fxd.graph.core.former;

import org.fxd.graph.api.error.StoreException;

/** A file was brought to our format, and then could not be opened. */
final class LostException extends StoreException {
  private static final long serialVersionUID = 1L;

  LostException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
