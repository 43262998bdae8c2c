package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Git work tree.
 *
 * @param root its uppermost folder
 * @param gitDir the folder with its index
 * @param commonDir the folder with its configuration and excludes; another one in a linked work
 *     tree
 */
record WorkTree(Path root, Path gitDir, Path commonDir) {
  static final String DOT_GIT = ".git";
  private static final int LONGEST_POINTER = 8192;

  /** The work tree in which a folder stands, if there is one. */
  static Optional<WorkTree> around(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      Optional<WorkTree> tree = at(at);
      if (tree.isPresent()) {
        return tree;
      }
    }
    return Optional.empty();
  }

  /** The work tree whose uppermost folder this is. */
  static Optional<WorkTree> at(Path root) {
    Path dotGit = root.resolve(DOT_GIT);
    Path gitDir;
    if (Files.isDirectory(dotGit)) {
      gitDir = dotGit;
    } else if (Files.isRegularFile(dotGit)) {
      Optional<Path> pointed =
          pointer(dotGit)
              .filter(text -> text.startsWith("gitdir:"))
              .flatMap(text -> resolve(root, text.substring("gitdir:".length()).strip()));
      if (pointed.isEmpty()) {
        return Optional.empty();
      }
      gitDir = pointed.get();
    } else {
      return Optional.empty();
    }
    if (!Files.exists(gitDir.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Path commonDir =
        pointer(gitDir.resolve("commondir"))
            .flatMap(text -> resolve(gitDir, text.strip()))
            .orElse(gitDir);
    return Optional.of(new WorkTree(root, gitDir, commonDir));
  }

  private static Optional<Path> resolve(Path base, String path) {
    try {
      return path.isEmpty() ? Optional.empty() : Optional.of(base.resolve(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The text of a small file that points somewhere; empty if it is not there or no such file. */
  private static Optional<String> pointer(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_POINTER) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Unreadable or no text: then it leads nowhere, and the folder is taken as any other.
      return Optional.empty();
    }
  }
}
