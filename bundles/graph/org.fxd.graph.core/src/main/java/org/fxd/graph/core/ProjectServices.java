package org.fxd.graph.core;

import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.graph.api.watch.Watchers;
import org.fxd.graph.core.delta.Deltas;
import org.fxd.graph.core.group.Later;
import org.fxd.graph.core.group.ProjectGroups;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.upkeep.ProjectUpkeep;
import org.fxd.graph.core.watch.ProjectWatchers;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectOperationLog;
import org.fxd.graph.core.workspace.ProjectWorkspace;

/**
 * What is offered for one open project besides its workspace. Needs no container, and costs nothing
 * before it is used.
 */
public final class ProjectServices implements AutoCloseable {
  private final Finder finder;
  private final Owners owners;
  private final ProjectWatchers watchers;
  private final ProjectGroups groups;
  private final Upkeep upkeep;
  private final OperationLog log;

  /** The services of one of some open projects. */
  public ProjectServices(OpenProjects projects, ProjectWorkspace workspace) {
    Projectors projectors = projects.projectors();
    Deltas deltas = new Deltas(projectors);
    this.finder = workspace.finder();
    this.owners = workspace.owners();
    this.watchers =
        new ProjectWatchers(
            workspace, projects.observers().listeners(), finder, projectors, deltas);
    this.groups =
        new ProjectGroups(
            workspace,
            projects.observers().listeners(),
            Later.on(projects.observers()::run),
            finder,
            projectors,
            deltas);
    this.upkeep = new ProjectUpkeep(workspace, projects.links(), projects.clock());
    this.log = new ProjectOperationLog(workspace);
  }

  /** Finds nodes. */
  public Finder finder() {
    return finder;
  }

  /** Tells who made nodes. */
  public Owners owners() {
    return owners;
  }

  /** Tells of changes. */
  public Watchers watchers() {
    return watchers;
  }

  /** Keeps groups. */
  public Groups groups() {
    return groups;
  }

  /** Keeps the project sound and small. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Tells what was done, and goes back. */
  public OperationLog log() {
    return log;
  }

  /** Ends what is running. */
  @Override
  public void close() {
    watchers.close();
    groups.close();
  }
}
