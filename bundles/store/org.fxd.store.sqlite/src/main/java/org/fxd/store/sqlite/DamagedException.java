package org.fxd.store.sqlite;

/** What stands in the file is not what should stand there; the message is the reason. */
public final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  public DamagedException(String reason) {
    super(reason);
  }
}
