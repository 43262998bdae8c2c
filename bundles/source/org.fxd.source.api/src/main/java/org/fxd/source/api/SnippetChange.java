package org.fxd.source.api;

import java.util.Optional;

/**
 * How one snippet differs between two trees. Snippets are matched by id.
 *
 * @param kind what happened
 * @param before the snippet in the earlier tree; empty if added
 * @param after the snippet in the later tree; empty if removed
 */
public record SnippetChange(Kind kind, Optional<Snippet> before, Optional<Snippet> after) {
  /** What happened to a snippet. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** Its own text differs (not only that of snippets within it). */
    CHANGED,
    /** Its name differs, and perhaps its text. */
    RENAMED,
    /**
     * It stands in another file or in another snippet, or in another order; perhaps changed too.
     */
    MOVED
  }
}
