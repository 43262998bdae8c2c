package org.fxd.store.api;

import org.fxd.graph.api.error.StoreException;

/** A store cannot be opened because someone has it open; the message says who and since when. */
public class HeldException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final boolean here;

  /**
   * A refusal.
   *
   * @param here whether the holder is in this very process
   */
  public HeldException(String message, String hint, boolean here) {
    super(message, hint);
    this.here = here;
  }

  /** Whether the holder is in this very process: then it cannot even be read. */
  public boolean isHere() {
    return here;
  }
}
