package org.fxd.git.jgit.intake;

import org.fxd.git.jgit.map.StoredGitMap;
import org.fxd.graph.api.Nodes;
import org.fxd.history.api.History;
import org.fxd.history.api.intake.Intakes;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.source.api.Sources;

/**
 * A project that a history is taken into.
 *
 * @param map which commit is which
 */
public record ImportingProject(
    Nodes nodes,
    Sources sources,
    History history,
    Checkouts checkouts,
    Intakes intakes,
    StoredGitMap map) {}
