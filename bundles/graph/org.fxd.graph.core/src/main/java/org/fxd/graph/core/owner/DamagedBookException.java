package org.fxd.graph.core.owner;

/** A book says what no book says. It is written anew; whoever asked is not told. */
final class DamagedBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedBookException(String message, Throwable cause) {
    super(message, cause);
  }
}
