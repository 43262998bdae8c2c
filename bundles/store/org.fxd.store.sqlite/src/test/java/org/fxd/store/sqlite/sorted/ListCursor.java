package org.fxd.store.sqlite.sorted;

import java.util.Iterator;
import java.util.List;

/** Goes through edits as they are, with what no overlay could hold. */
final class ListCursor extends EntryCursor {
  private final Iterator<Edit> edits;
  private Edit edit;

  ListCursor(List<Edit> edits) {
    this.edits = edits.iterator();
  }

  @Override
  public boolean next() {
    if (!edits.hasNext()) {
      return false;
    }
    edit = edits.next();
    keyBytes = edit.key();
    keyLength = keyBytes.length;
    return true;
  }

  @Override
  public byte[] value() {
    return edit.value();
  }

  @Override
  public boolean isRemoval() {
    return edit.isRemoval();
  }
}
