package org.fxd.graph.core.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the paths that people give to those of projects' files. */
final class ProjectFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectFiles.class);

  private ProjectFiles() {}

  /**
   * What a path leads to: the real path of what is there, or a name in a folder that is there.
   *
   * @throws FxdException if there is no such folder
   */
  static Path place(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NotFoundException(
          "Cannot write " + file + ": there is no folder " + folder, "Create the folder first.");
    }
    try {
      return Files.exists(absolute)
          ? absolute.toRealPath()
          : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new StoreException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The real path of a file that has to be there.
   *
   * @throws FxdException if it is not
   */
  static Path existing(Path file) {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(file)) {
        throw new NotFoundException(
            "Cannot open " + file + ": it is a link, and what it leads to is not there.",
            "Put the project back where the link leads, or remove the link.",
            e);
      }
      throw new NotFoundException(
          "There is no project " + file + ".", "Create it with fxd:init, or look at the path.", e);
    } catch (AccessDeniedException e) {
      throw new StoreException(
          "Cannot open " + file + ": you may not look into the folder",
          "Ask its owner for the right to; ls -ld tells who that is.",
          e);
    } catch (IOException e) {
      throw new StoreException("Cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /** The real path of a file that was just made. */
  static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** Takes a file away that was only just created. */
  static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot remove {}, which could not be made a project", file, e);
    }
  }
}
