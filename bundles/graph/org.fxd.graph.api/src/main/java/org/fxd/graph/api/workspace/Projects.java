package org.fxd.graph.api.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens and closes projects. A service; safe for use by any number of threads.
 *
 * <p>When {@link #open} or {@link #create} returns, the services of that project (its {@link
 * Workspace} and whatever other bundles add, such as its history) are registered with the property
 * {@link Workspace#PROJECT}; {@link #close} takes them away again.
 */
@ProviderType
public interface Projects {
  /**
   * Creates an empty project file and opens it.
   *
   * @throws FxdException if the file exists already; it is left as it is
   * @throws StoreException if it cannot be written
   */
  Workspace create(Path file);

  /**
   * Opens a project file, or returns the workspace that is open on it already. Costs the same
   * whatever the size of the project, unless it is in an earlier format: {@link
   * org.fxd.graph.api.task.CurrentProgress} is told then.
   *
   * @throws FxdException if there is no such file, it is not a project, it is from a newer version,
   *     another process holds it (the message says which), or it is open here {@linkplain
   *     #openToRead to be read}
   */
  Workspace open(Path file);

  /**
   * Opens a project file only to be read, also while another process has it open. What that one
   * changes is seen here soon after, and {@link Observer}s are told of it. Nothing is written
   * beside the file. If the file is open here already, returns that workspace, whether it can be
   * written to or not.
   *
   * @throws FxdException as for {@link #open}, except that another process may have it
   * @since 1.2
   */
  Workspace openToRead(Path file);

  /**
   * Opens a project as an operation left it, beside the project as it is: with services of its own,
   * under a name of its own, only to be looked at. It stays as it is, and what it shows is not
   * collected, until it is {@linkplain #close closed}; it is closed with the project at the latest.
   *
   * @param workspace an open project
   * @param operation one of its log
   * @throws UsageException if the project is not open
   * @throws org.fxd.graph.api.error.NotFoundException if the log does not reach back so far
   * @since 1.3
   */
  Workspace openAt(Workspace workspace, Operation operation);

  /**
   * Opens a project with another root, such as that of a commit, beside the project as it is; else
   * as {@link #openAt(Workspace, Operation)}. Of its references only the head is there, and who
   * made what is not known.
   *
   * @param workspace an open project
   * @param label what is shown, for a person to know which it is
   * @param root a root of the project
   * @param head what was checked out
   * @throws UsageException if the project is not open
   * @since 1.3
   */
  Workspace openAt(Workspace workspace, String label, Node root, Hash head);

  /** A new project that lives in memory only and is gone when closed. */
  Workspace createInMemory();

  /** The open projects, in the order of opening. */
  List<Workspace> all();

  /** The open project with that value of {@link Workspace#PROJECT}. */
  Optional<Workspace> find(String project);

  /**
   * Brings everything into the project's file itself. Every change is durable when its commit
   * returns, so nothing is safer thereafter; but the file alone is all of the project, until the
   * next change. Does nothing for a project that can only be read.
   *
   * @throws UsageException if it lives in memory, or is not open
   * @throws StoreException if the medium fails
   * @since 1.2
   */
  void save(Workspace workspace);

  /**
   * Goes on in another file: all of the project, with its history and its log, is there under that
   * name when this returns. Whoever wants to change the project meanwhile waits, and is told then
   * that it is closed. If it fails, the project stays open as it is. To go on in its own file is
   * {@link #save}.
   *
   * @param replace whether to take the place of a file of that name; only of a project that nobody
   *     has open, at one stroke
   * @return the project in the new file, open; the one that was given is closed
   * @throws FxdException if there is something of that name that is not to be replaced, or cannot
   *     be; it is left as it is
   * @throws UsageException if the project is not open
   * @throws StoreException if the medium fails
   * @throws CancelledException if asked to stop; nothing is left behind
   * @since 1.2
   */
  Workspace saveAs(
      Workspace workspace,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation);

  /**
   * Writes a copy of the project as of one moment to another file, while others go on working. Also
   * of a project that can only be read, or lives in memory.
   *
   * @param replace as for {@link #saveAs}
   * @throws FxdException as for {@link #saveAs}
   * @throws UsageException if the project is not open, or the file is its own
   * @throws StoreException if the medium fails
   * @throws CancelledException if asked to stop; nothing is left behind
   * @since 1.2
   */
  void backup(
      Workspace workspace,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation);

  /**
   * Closes a project: waits a moment for observers, takes its services away and closes its file.
   * Does nothing if it is closed already.
   */
  void close(Workspace workspace);
}
