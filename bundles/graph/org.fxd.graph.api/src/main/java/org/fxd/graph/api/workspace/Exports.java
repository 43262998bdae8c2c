package org.fxd.graph.api.workspace;

import java.nio.file.Path;
import java.util.SortedSet;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes projects as files of other formats, for programs that read those. A service; safe for use
 * by any number of threads.
 */
@ProviderType
public interface Exports {
  /** The formats there are now, by the names that {@link #export} takes. */
  SortedSet<String> formats();

  /**
   * Writes the newest state of a project: all of it is there under that name when this returns, or
   * nothing is. The project itself stays what it is, and where.
   *
   * @param format which format
   * @param file where
   * @param replace whether to take the place of a file of that name that nobody has open
   * @throws NotFoundException if there is no such format
   * @throws FxdException if there is something of that name and it is not to be replaced, or cannot
   *     be, or the format has no room for what is in the project
   * @throws StoreException if it cannot be written
   * @throws CancelledException if asked to stop; nothing is left behind
   */
  void export(
      Workspace workspace,
      String format,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation);
}
