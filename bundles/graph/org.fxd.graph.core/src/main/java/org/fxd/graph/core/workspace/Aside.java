package org.fxd.graph.core.workspace;

import java.util.Optional;
import org.fxd.store.api.Store;

/**
 * A file that was opened for itself: nobody is told of it, and no service is registered.
 *
 * @param store what is in it
 * @param workspace the project; empty if its newest operation cannot be read
 */
public record Aside(Store store, Optional<ProjectWorkspace> workspace) {}
