package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;

/** A Git repository in a folder: with a work tree, or bare. */
final class LocalRepository {
  private final Path gitDir;
  private final Path commonDir;
  private final Configuration configuration;

  private LocalRepository(Path gitDir, Path commonDir, Configuration configuration) {
    this.gitDir = gitDir;
    this.commonDir = commonDir;
    this.configuration = configuration;
  }

  /** The repository whose uppermost folder, or whose own folder, this is. */
  static Optional<LocalRepository> at(Path folder, Configuration configuration) {
    Optional<LocalRepository> around =
        WorkTree.at(folder)
            .map(tree -> new LocalRepository(tree.gitDir(), tree.commonDir(), configuration));
    return around.isPresent() || !isBare(folder)
        ? around
        : Optional.of(new LocalRepository(folder, folder, configuration));
  }

  private static boolean isBare(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.isDirectory(folder.resolve("refs"));
  }

  /**
   * Opens the repository in a folder.
   *
   * @return the caller closes it
   * @throws NotFoundException if there is none
   * @throws FxdException if it cannot be read, or its ids are not SHA-1
   */
  static Repository open(Path folder, Configuration configuration) {
    return at(folder, configuration)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no Git repository at " + folder + ".",
                    "Name the folder that .git stands in, or a bare repository."))
        .open();
  }

  private Repository open() {
    String format =
        configuration.ofRepository(commonDir, "extensions", "objectFormat").orElse("sha1");
    if (!format.equalsIgnoreCase("sha1")) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The repository at " + gitDir + " names its objects by " + format + ".",
          "FXD reads repositories whose ids are SHA-1, as nearly all are. Nothing was changed.",
          null);
    }
    configuration.keepPacks();
    try {
      return new FileRepositoryBuilder()
          .setFS(configuration.fs())
          .setGitDir(gitDir.toFile())
          .setGitCommonDir(commonDir.toFile())
          .setMustExist(true)
          .build();
    } catch (IOException e) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The repository at " + gitDir + " cannot be opened: " + e.getMessage() + ".",
          "See what Git says of it: git -C " + gitDir + " fsck",
          e);
    }
  }
}
