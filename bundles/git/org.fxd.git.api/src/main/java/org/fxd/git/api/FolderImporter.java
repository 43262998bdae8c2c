package org.fxd.git.api;

import java.nio.file.Path;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ProviderType;

/** Takes in a folder or a Git work tree. A service; safe for use by any number of threads. */
@ProviderType
public interface FolderImporter {
  /**
   * Makes a project's {@code code} equal to a folder, in one operation: files, empty folders,
   * executable bits and symbolic links (as data, never followed). {@code .git} is left out, and in
   * a Git work tree also what {@code .gitignore}, {@code .git/info/exclude} and the user's ignore
   * file name, unless Git tracks it.
   *
   * <p>Files keep their identity by path; a file that is gone and one that has come with the same
   * content, or nearly, are one file that moved. Snippets keep theirs as {@code Sources.rescan}
   * says.
   *
   * @throws FxdException if the folder is not there or cannot be read; the project is as before
   * @throws CancelledException if asked to stop; the project is as before
   */
  ImportReport importFolder(
      Workspace workspace,
      Path folder,
      ImportOptions options,
      Origin origin,
      Progress progress,
      Cancellation cancellation);

  /**
   * Looks how a folder differs from a project, and changes nothing: neither the project nor the
   * folder. Files that nobody touched since they were read last are not read, so it costs a look at
   * each file's size and times.
   *
   * @throws FxdException if the folder is not there or cannot be read
   * @throws CancelledException if asked to stop
   * @since 1.2
   */
  FolderStatus status(
      Workspace workspace,
      Path folder,
      ImportOptions options,
      Progress progress,
      Cancellation cancellation);
}
