package org.fxd.graph.api;

import java.util.List;
import java.util.Optional;

/**
 * One difference between two trees.
 *
 * @param kind what happened
 * @param before the names from the earlier root to the entry; empty for {@link Kind#ADDED}
 * @param after the names from the later root to the entry; empty for {@link Kind#REMOVED}
 * @param from the earlier entry; empty for {@link Kind#ADDED}
 * @param to the later entry; empty for {@link Kind#REMOVED}
 */
public record TreeChange(
    Kind kind, List<Name> before, List<Name> after, Optional<Entry> from, Optional<Entry> to) {
  /** What happened to an entry. */
  public enum Kind {
    /** It is new. What is below it is not reported again. */
    ADDED,
    /** It is gone. What is below it is not reported again. */
    REMOVED,
    /** Kind, value or metadata of its own node differ. */
    CHANGED,
    /** It has another name, under the same parent. */
    RENAMED,
    /** It has another parent, or another place among its siblings. */
    MOVED
  }
}
