package org.fxd.store.v1.tree;

import java.util.Map;
import org.fxd.store.v1.map.SnippetRow;

/** Takes the rows of a file that is being written. */
public interface RowSink {
  /**
   * A node; that of its parent has come before.
   *
   * @param checksum its checksum
   */
  void node(Row row, String checksum);

  /**
   * A snippet; its node has come before.
   *
   * @param row the id of its own row
   * @param node the id of its node's row
   * @param checksum its checksum
   */
  void snippet(String row, String node, SnippetRow snippet, String checksum);

  /** A row of the project's metadata. */
  void metadata(String key, String value);

  /** A row of the table of views; its columns by name, those that are NULL left out. */
  void view(Map<String, String> columns);

  /** A row of the table of components of views; its columns by name. */
  void component(Map<String, String> columns);
}
