package org.fxd.graph.api.select;

import org.fxd.graph.api.error.UsageException;

/** A text that is no selector. The message points at the column. */
public final class SelectorException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final int column;

  /**
   * An error at a place of the text.
   *
   * @param column where, in UTF-16 units from 1
   */
  public SelectorException(String message, String hint, int column) {
    super(message, hint);
    this.column = column;
  }

  /** Where the error is, in UTF-16 units from 1. */
  public int column() {
    return column;
  }
}
