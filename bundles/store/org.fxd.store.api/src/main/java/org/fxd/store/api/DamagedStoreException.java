package org.fxd.store.api;

import org.fxd.graph.api.error.StoreException;

/**
 * A store cannot be opened to write because something that every opening needs is damaged. It can
 * be {@linkplain StoreProvider#salvage salvaged}.
 */
public class DamagedStoreException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final boolean readable;

  /**
   * A refusal.
   *
   * @param readable whether {@link StoreProvider#openToRead} shows what was before the damage
   */
  public DamagedStoreException(String message, String hint, boolean readable) {
    super(message, hint);
    this.readable = readable;
  }

  /**
   * Whether what was written last is damaged and what was before is not: then it can be {@linkplain
   * StoreProvider#openToRead opened to read}, and shows the state before the damage.
   */
  public boolean isReadable() {
    return readable;
  }
}
