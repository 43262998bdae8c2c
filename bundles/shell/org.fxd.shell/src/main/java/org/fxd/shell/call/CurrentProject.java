package org.fxd.shell.call;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.workspace.Workspace;

/**
 * The project that one session works on: none, an open one, or a file that was named and is not
 * there yet.
 */
public final class CurrentProject {
  private final ProjectDesk desk;
  private Path named;
  private Workspace current;
  private boolean entered;

  /** None yet. */
  public CurrentProject(ProjectDesk desk) {
    this.desk = desk;
  }

  /** An open project that is somebody else's to close. */
  static CurrentProject on(ProjectDesk desk, Workspace workspace) {
    CurrentProject project = new CurrentProject(desk);
    project.current = workspace;
    return project;
  }

  /** The open project. */
  public Optional<Workspace> workspace() {
    return Optional.ofNullable(current);
  }

  /** Opens a file now, or remembers it if it is not there. */
  public void name(Path file) {
    if (isFree(file)) {
      use(null, List.of());
      named = file;
    } else {
      List<Workspace> others = desk.others();
      use(desk.open(file), others);
    }
  }

  /** Opens a file now, only to be read. */
  public void read(Path file) {
    List<Workspace> others = desk.others();
    use(desk.openToRead(file), others);
  }

  /** The open project; a file that was named and has come meanwhile is opened. */
  public Workspace require() {
    if (current == null && named != null && !isFree(named)) {
      name(named);
    }
    if (current == null && named != null) {
      throw new FxdException(
          Category.FAILED,
          "There is no project " + named + " yet",
          "fill it with git:import DIR, or make an empty one with fxd:init " + named.getFileName(),
          null);
    }
    if (current == null) {
      throw new FxdException(
          Category.FAILED,
          "No project is open",
          "open one with fxd:open FILE, or make one with fxd:init FILE",
          null);
    }
    return current;
  }

  /** The open project; a file that was named and is not there is created. */
  public Workspace requireOrCreate() {
    if (current == null && named != null && isFree(named)) {
      List<Workspace> others = desk.others();
      use(desk.create(named), others);
    }
    return require();
  }

  /**
   * Whether nothing is there, so that a project can be made. A link that leads nowhere is
   * something, and what nobody may look at may be anything.
   */
  private static boolean isFree(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Turns to another project, or to none.
   *
   * @param others those that were open before and are not the sessions' to close
   */
  public void use(Workspace workspace, List<Workspace> others) {
    named = null;
    if (workspace != null && workspace.equals(current)) {
      return;
    }
    Workspace left = entered ? current : null;
    current = workspace;
    entered = workspace != null && !others.contains(workspace);
    if (entered) {
      desk.enter(workspace);
    }
    if (left != null) {
      desk.leave(left);
    }
  }
}
