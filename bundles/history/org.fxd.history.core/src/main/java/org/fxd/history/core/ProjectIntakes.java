package org.fxd.history.core;

import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.intake.Intake;
import org.fxd.history.api.intake.Intakes;

/** Takes commits into one open project. */
public final class ProjectIntakes implements Intakes {
  private final Workspace workspace;
  private final Commits commits;

  /** Intakes of a project. */
  public ProjectIntakes(Workspace workspace, Commits commits) {
    this.workspace = workspace;
    this.commits = commits;
  }

  @Override
  public Intake begin(Origin origin) {
    return new ProjectIntake(workspace, commits, origin);
  }
}
