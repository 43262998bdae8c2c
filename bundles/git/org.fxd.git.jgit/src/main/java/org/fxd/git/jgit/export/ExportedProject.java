package org.fxd.git.jgit.export;

import java.util.Optional;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.merge.api.Conflicts;
import org.fxd.source.api.Sources;
import org.fxd.store.api.Store;

/**
 * What an export needs of a project.
 *
 * @param conflicts what tells whether a commit holds some; empty if nobody here knows
 */
public record ExportedProject(
    Workspace workspace,
    History history,
    Store store,
    Sources sources,
    Optional<Conflicts> conflicts) {}
