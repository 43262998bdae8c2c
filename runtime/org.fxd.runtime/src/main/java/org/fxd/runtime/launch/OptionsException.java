package org.fxd.runtime.launch;

/** What {@code fxd} was called with does not fit. The message is for a person. */
final class OptionsException extends Exception {
  private static final long serialVersionUID = 1L;

  OptionsException(String message) {
    super(message);
  }
}
