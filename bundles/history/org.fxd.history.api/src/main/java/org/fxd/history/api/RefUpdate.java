package org.fxd.history.api;

import java.util.Optional;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;

/**
 * A reference that goes from one thing to another.
 *
 * @param name such as {@code refs/heads/main}
 * @param from what it held; empty if it is new
 * @param to what it will hold, or holds; empty if it is removed
 * @param before the state before
 * @param after the state after
 * @since 1.1
 */
public record RefUpdate(
    String name, Optional<Ref> from, Optional<Ref> to, State before, State after) {}
