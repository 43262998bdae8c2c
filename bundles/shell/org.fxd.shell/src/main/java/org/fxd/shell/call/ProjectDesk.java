package org.fxd.shell.call;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.api.HeldException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts which sessions work on which projects, so that the last one that leaves a project closes
 * it. A project that was open before any session came belongs to somebody else and stays open.
 */
@Component(service = ProjectDesk.class)
public final class ProjectDesk {
  private final Projects projects;
  private final Map<Workspace, Integer> sessions = new HashMap<>();

  /** Opens and closes with the given service. */
  @Activate
  public ProjectDesk(@Reference Projects projects) {
    this.projects = projects;
  }

  /** The open projects that are somebody else's, to compare with later. */
  public synchronized List<Workspace> others() {
    List<Workspace> others = new ArrayList<>(projects.all());
    others.removeAll(sessions.keySet());
    return others;
  }

  /** Opens a project file. */
  public Workspace open(Path file) {
    try {
      return projects.open(file);
    } catch (HeldException e) {
      throw HeldProject.explained(file, e);
    }
  }

  /** Opens a project file only to be read. */
  public Workspace openToRead(Path file) {
    return projects.openToRead(file);
  }

  /** Creates a project file. */
  public Workspace create(Path file) {
    return projects.create(file);
  }

  /** A session begins to work on a project that is not somebody else's. */
  public synchronized void enter(Workspace workspace) {
    sessions.merge(workspace, 1, Integer::sum);
  }

  /** Whether one session works on a project, and it is nobody else's. */
  public synchronized boolean isAlone(Workspace workspace) {
    return sessions.getOrDefault(workspace, 0) == 1;
  }

  /** A session that entered works on it no more. */
  public void leave(Workspace workspace) {
    synchronized (this) {
      if (sessions.computeIfPresent(workspace, (key, count) -> count > 1 ? count - 1 : null)
          != null) {
        return;
      }
    }
    projects.close(workspace);
  }
}
