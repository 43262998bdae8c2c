package org.fxd.history.api.ref;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;

/**
 * One move of a reference. Immutable.
 *
 * @param ref its full name, such as {@code HEAD} or {@code refs/heads/main}
 * @param before what it was
 * @param after what it became
 * @param operation who moved it, when, through what and why
 */
public record RefMove(String ref, Standing before, Standing after, Operation operation) {
  /**
   * Where a reference stood.
   *
   * @param written what it held itself; empty if there was none
   * @param commit the id of the commit that it led to; empty if to none
   */
  public record Standing(Optional<Ref> written, Optional<Hash> commit) {}
}
