package org.fxd.git.jgit.export;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;

/** The repository that is exported to. One that was made for it goes again if the export fails. */
final class TargetRepository implements AutoCloseable {
  private static final String DOT_GIT = ".git";

  private final Path folder;
  private final Repository repository;
  private final boolean isNew;
  private final boolean folderIsNew;
  private boolean isDone;

  private TargetRepository(Path folder, Repository repository, boolean isNew, boolean folderIsNew) {
    this.folder = folder;
    this.repository = repository;
    this.isNew = isNew;
    this.folderIsNew = folderIsNew;
  }

  /**
   * Opens a repository, or makes one where there is nothing.
   *
   * @param bare whether one that is made has no work tree
   * @throws FxdException if something else is there, or it cannot be used
   */
  static TargetRepository open(Path folder, boolean bare) {
    try {
      Optional<Path> gitDir = gitDir(folder);
      if (gitDir.isPresent()) {
        return new TargetRepository(folder, existing(folder, gitDir.get()), false, false);
      }
      boolean folderIsNew = !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
      if (!folderIsNew && !isEmpty(folder)) {
        throw new UsageException(
            "Cannot export to " + folder + ": it is no Git repository, and not empty.",
            "Name a folder that is empty or not there, or a repository; 'git init' makes one"
                + " around what is there.");
      }
      return make(folder, bare, folderIsNew);
    } catch (IOException e) {
      throw failure("Cannot export to " + folder + ": " + e.getMessage() + ".", e);
    }
  }

  private static Optional<Path> gitDir(Path folder) {
    Path inside = folder.resolve(DOT_GIT);
    if (Files.isDirectory(inside) && FileKey.isGitRepository(inside.toFile(), FS.DETECTED)) {
      return Optional.of(inside);
    }
    if (Files.isRegularFile(inside)) {
      throw new UsageException(
          "Cannot export to " + folder + ": its repository is somewhere else.",
          "Name the repository that this work tree belongs to: 'git rev-parse --git-common-dir'"
              + " there tells it.");
    }
    return FileKey.isGitRepository(folder.toFile(), FS.DETECTED)
        ? Optional.of(folder)
        : Optional.empty();
  }

  private static Repository existing(Path folder, Path gitDir) throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setGitDir(gitDir.toFile());
    Repository repository = builder.setMustExist(true).build();
    String format = repository.getConfig().getString("extensions", null, "objectformat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      repository.close();
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot export to " + folder + ": its objects are named by " + format + ".",
          "Name a repository whose objects are named by SHA-1, or one that is not there yet.",
          null);
    }
    return repository;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      return !inside.iterator().hasNext();
    }
  }

  private static TargetRepository make(Path folder, boolean bare, boolean folderIsNew)
      throws IOException {
    Files.createDirectories(folder);
    Path gitDir = bare ? folder : folder.resolve(DOT_GIT);
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setGitDir(gitDir.toFile());
    if (!bare) {
      builder.setWorkTree(folder.toFile());
    }
    Repository repository = builder.build();
    TargetRepository made = new TargetRepository(folder, repository, true, folderIsNew);
    try {
      repository.create(bare);
      return made;
    } catch (IOException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  static FxdException failure(String what, Exception e) {
    return new FxdException(FxdException.Category.FAILED, what, "Its references are as before.", e);
  }

  Repository repository() {
    return repository;
  }

  /** Whether it was made for this export. */
  boolean isNew() {
    return isNew;
  }

  /** The branches that its work trees have checked out: its own, and linked ones. */
  Set<String> checkedOut() throws IOException {
    Set<String> names = new HashSet<>();
    if (repository.isBare() || isNew) {
      return names;
    }
    Ref head = repository.exactRef(Constants.HEAD);
    if (head != null && head.isSymbolic() && head.getObjectId() != null) {
      names.add(head.getTarget().getName());
    }
    Path linked = repository.getDirectory().toPath().resolve("worktrees");
    if (Files.isDirectory(linked)) {
      try (DirectoryStream<Path> trees = Files.newDirectoryStream(linked)) {
        for (Path tree : trees) {
          Path file = tree.resolve(Constants.HEAD);
          if (Files.isRegularFile(file)) {
            String text = Files.readString(file).strip();
            if (text.startsWith("ref: ")) {
              names.add(text.substring("ref: ".length()));
            }
          }
        }
      }
    }
    return names;
  }

  /** Whether its owner allows that a branch moves which is checked out. */
  boolean allowsMovingCheckedOut() {
    String setting = repository.getConfig().getString("receive", null, "denycurrentbranch");
    return setting != null
        && (setting.equalsIgnoreCase("ignore")
            || setting.equalsIgnoreCase("warn")
            || setting.equalsIgnoreCase("false"));
  }

  /** The branch that its work tree has checked out, if that has no commit yet. */
  Optional<String> unborn() throws IOException {
    Ref head = repository.exactRef(Constants.HEAD);
    return head != null && head.isSymbolic() && head.getObjectId() == null
        ? Optional.of(head.getTarget().getName())
        : Optional.empty();
  }

  /**
   * Makes a branch the one that is checked out, and writes its files if there is a work tree. The
   * export is in by then, so what goes wrong is a note.
   */
  void checkOut(String branch, List<String> notes) {
    try {
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.disableRefLog();
      RefUpdate.Result result = head.link(branch);
      if (result == RefUpdate.Result.REJECTED || result == RefUpdate.Result.LOCK_FAILURE) {
        throw new IOException("HEAD cannot be set: " + result);
      }
      ObjectId commit = repository.resolve(branch);
      if (!repository.isBare() && commit != null) {
        writeFiles(commit);
      }
    } catch (IOException | JGitInternalException e) {
      notes.add(
          "the files of "
              + Repository.shortenRefName(branch)
              + " were not written: "
              + e.getMessage());
    }
  }

  private void writeFiles(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      DirCache index = repository.lockDirCache();
      try {
        DirCacheCheckout files =
            new DirCacheCheckout(repository, index, walk.parseCommit(commit).getTree());
        files.setFailOnConflict(true);
        files.checkout();
      } finally {
        index.unlock();
      }
    }
  }

  /** The export is in: what was made for it stays. */
  void done() {
    isDone = true;
  }

  @Override
  public void close() {
    repository.close();
    if (isNew && !isDone) {
      try {
        delete();
      } catch (IOException e) {
        throw failure("The new repository " + folder + " cannot be removed again.", e);
      }
    }
  }

  private void delete() throws IOException {
    Path root = folder;
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, IOException failure)
              throws IOException {
            if (folderIsNew || !done.equals(root)) {
              Files.delete(done);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
