package org.fxd.shell.command;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.CommandContext;

/**
 * A file that a project is to be copied to.
 *
 * @param force whether it takes the place of a project that nobody has open
 */
record CopyTarget(Path file, boolean force) {
  /** Copies the project as of one moment. */
  void write(Projects projects, Workspace workspace, CommandContext context) {
    if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FxdException(
          Category.FAILED,
          "Cannot write " + file + ": there is something of that name already",
          "--force replaces it, if it is a project that nobody has open",
          null);
    }
    projects.backup(workspace, file, force, context.progress(), context.cancellation());
  }
}
