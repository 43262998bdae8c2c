package org.fxd.graph.api.ownership;

import java.time.Instant;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Origin;

/**
 * Who did something, through what, and when.
 *
 * @param origin who (any text of up to {@value #LONGEST} characters; a longer one is cut) and
 *     through what
 * @param time when, to the millisecond, by the clock of the copy of the project it was done in
 * @param operation the operation of the log that did it
 */
public record Stamp(Origin origin, Instant time, Hash operation) {
  /** The longest text of an {@link #origin}, in characters. */
  public static final int LONGEST = 1000;
}
