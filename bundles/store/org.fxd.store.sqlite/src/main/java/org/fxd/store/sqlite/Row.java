package org.fxd.store.sqlite;

import org.fxd.graph.api.Hash;

/**
 * A row of a {@link Table}, as it stands there, unchecked.
 *
 * @param id its number within the table
 */
record Row(Table table, long id, Hash hash, Encoded encoded) {
  /** Whether it is a blob whose content stands in pieces. */
  boolean isCut() {
    return table == Table.VALUES && encoded.data() == null;
  }
}
