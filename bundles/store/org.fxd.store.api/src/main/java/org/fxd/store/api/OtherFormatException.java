package org.fxd.store.api;

import org.fxd.graph.api.error.StoreException;

/** A file is a project, but not in a format that its store provider reads. */
public class OtherFormatException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final int format;

  /**
   * A refusal.
   *
   * @param format the file's format
   */
  public OtherFormatException(String message, String hint, int format) {
    super(message, hint);
    this.format = format;
  }

  /** The file's format: 1 is the original's; greater than the newest known one if it is newer. */
  public int format() {
    return format;
  }
}
