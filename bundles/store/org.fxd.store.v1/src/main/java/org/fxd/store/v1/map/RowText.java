package org.fxd.store.v1.map;

/**
 * What a row of version 1 says of a node itself.
 *
 * @param type {@code node_type}
 * @param value {@code value_json}
 * @param proto {@code prototypes_json}
 * @param meta {@code meta_json}
 */
public record RowText(Cell type, Cell value, Cell proto, Cell meta) {
  /** The type of what has no other. */
  public static final String RAW = "raw";

  /** The type of snippets. */
  public static final String SNIPPET = "snippet";

  /** The type of a node whose value is another node. */
  public static final String NODE = "FXNode";

  /** {@code prototypes_json} of a node without any: the list is wrapped in another one. */
  public static final String NO_PROTO = "[[]]";

  /** The type as text; {@link #RAW} if there is none. */
  public String typeText() {
    return type.isNull() ? RAW : type.shown();
  }
}
