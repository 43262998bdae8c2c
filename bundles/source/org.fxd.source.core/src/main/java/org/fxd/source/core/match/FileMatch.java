package org.fxd.source.core.match;

import org.fxd.source.core.text.Outline;

/**
 * One file before and after.
 *
 * @param before {@link Outline#EMPTY} if it is new
 * @param after {@link Outline#EMPTY} if it is gone
 */
public record FileMatch(Outline before, Outline after) {
  /** Whether the file was there and still is. */
  boolean stayed() {
    return before != Outline.EMPTY && after != Outline.EMPTY;
  }
}
