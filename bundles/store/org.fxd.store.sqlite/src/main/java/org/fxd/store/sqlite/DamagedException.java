package org.fxd.store.sqlite;

/** What stands in the file is not what should stand there; the message is the reason. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedException(String reason) {
    super(reason);
  }
}
