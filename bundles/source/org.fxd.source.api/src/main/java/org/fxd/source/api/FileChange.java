package org.fxd.source.api;

import java.util.List;
import java.util.Optional;

/**
 * How one file differs between two trees.
 *
 * @param kind what happened to the file as a whole
 * @param before the file in the earlier tree; empty if added
 * @param after the file in the later tree; empty if removed
 * @param snippets what happened to its snippets; empty where it has none. A change in text outside
 *     all snippets shows as {@code kind} alone.
 */
public record FileChange(
    Kind kind,
    Optional<SourceFile> before,
    Optional<SourceFile> after,
    List<SnippetChange> snippets) {
  public FileChange {
    snippets = List.copyOf(snippets);
  }

  /** What happened to a file. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** Its content, mode or kind differ, and perhaps its path too. */
    CHANGED,
    /** Only its path differs. */
    MOVED
  }
}
