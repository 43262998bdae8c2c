package org.fxd.shell.api.remote;

import java.io.IOException;
import java.util.Optional;

/** A process that has the project open takes no commands. The message is for a person. */
public final class SessionRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  SessionRefusedException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do next, if there is something to say. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
