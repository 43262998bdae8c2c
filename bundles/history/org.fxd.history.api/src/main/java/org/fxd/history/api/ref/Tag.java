package org.fxd.history.api.ref;

import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * A tag as it was at one moment. Immutable.
 *
 * @param name such as {@code v1.0}, without {@code refs/tags/}
 * @param object what the name holds: the commit's id, or the hash of the annotated tag's node
 * @param commit the id of the commit that it leads to
 * @param annotation what was said with it; empty for a lightweight tag
 */
public record Tag(String name, Hash object, Hash commit, Optional<Annotation> annotation) {}
