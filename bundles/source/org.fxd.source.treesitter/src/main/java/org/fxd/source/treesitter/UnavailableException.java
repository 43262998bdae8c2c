package org.fxd.source.treesitter;

import org.fxd.graph.api.error.FxdException;

/** The native libraries cannot be used on this machine. */
final class UnavailableException extends FxdException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String reason, Throwable cause) {
    super("The syntax of source files cannot be read here: " + reason, cause);
  }
}
