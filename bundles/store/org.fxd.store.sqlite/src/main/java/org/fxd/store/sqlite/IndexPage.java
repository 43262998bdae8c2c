package org.fxd.store.sqlite;

import java.util.List;

/**
 * Some entries of the index in a row.
 *
 * @param rows in the order of their keys
 * @param isLast whether the range that was asked for has no more
 */
record IndexPage(List<IndexRow> rows, boolean isLast) {
  /** A page without entries: there is nothing in the range. */
  static final IndexPage NONE = new IndexPage(List.of(), true);
}
