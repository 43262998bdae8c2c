package org.fxd.store.v1.map;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of the table of snippets: mostly what the node says too.
 *
 * @param id the snippet's id
 * @param body its text; in files of the original always {@link #NO_BODY}
 */
public record SnippetRow(
    Cell id, Cell body, Cell lang, Cell file, OptionalLong order, OptionalLong version) {
  /** What the original wrote for every body. */
  static final String NO_BODY = "[object Object]";

  /** The body, if it is one; for a node without a value there is an empty one. */
  Optional<String> realBody() {
    return body.text().filter(text -> !text.isEmpty() && !text.equals(NO_BODY));
  }
}
