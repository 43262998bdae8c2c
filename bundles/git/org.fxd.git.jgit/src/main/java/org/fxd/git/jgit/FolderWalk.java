package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;

/**
 * Looks through a folder, without following a link and without reading a file. Keeps its own stack,
 * so that deep folders do no harm.
 */
final class FolderWalk {
  private static final String DOT_GIT = WorkTree.DOT_GIT;

  private final GitFolder git;
  private final ProjectFiles projects;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Frame> ignoredFolders = new ArrayList<>();
  private long ignored;

  /**
   * A folder to be looked at.
   *
   * @param path its path from the work tree's root, with a slash at its end
   * @param raw the same as the index has it
   * @param out whether it is ignored itself, so that only what Git tracks is taken from it
   */
  private record Frame(Found folder, String path, String raw, IgnoreRules rules, boolean out) {}

  FolderWalk(GitFolder git, ProjectFiles projects, Progress progress, Cancellation cancellation) {
    this.git = git;
    this.projects = projects;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Looks through a folder.
   *
   * @param folder its real path
   * @throws IOException if the folder itself cannot be read
   */
  Survey walk(Path folder) throws IOException {
    skipped.addAll(git.problems());
    Found root = new Found(Found.Type.FOLDER, null, Name.EMPTY, folder, git.rawPrefix(), null);
    Frame first = new Frame(root, git.prefix(), git.rawPrefix(), git.rules(), false);
    look(first);
    while (!open.isEmpty()) {
      cancellation.check();
      Frame frame = open.pop();
      try {
        look(frame);
      } catch (IOException e) {
        unreadable(frame.folder(), e);
      }
    }
    prune();
    return new Survey(root, ignored, skipped);
  }

  private void look(Frame frame) throws IOException {
    Path folder = frame.folder().path();
    IgnoreRules rules =
        git.isWorkTree() && !frame.out()
            ? GitFolder.own(frame.rules(), folder, frame.path(), skipped)
            : frame.rules();
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(paths::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    List<Found> children = frame.folder().children();
    for (Path path : paths) {
      cancellation.check();
      Name name = RawNames.of(path);
      if (!name.toString().equals(DOT_GIT)) {
        look(new Frame(frame.folder(), frame.path(), frame.raw(), rules, frame.out()), path, name);
      }
    }
    children.sort(Comparator.comparing(Found::name));
    progress.advance(children.size());
  }

  private void look(Frame in, Path path, Name name) {
    Found folder = in.folder();
    String raw = in.raw() + GitFolder.raw(name.bytes());
    try {
      Stat stat = Stat.of(path);
      boolean isFolder = stat.type() == Stat.Type.FOLDER;
      boolean out = in.out() || git.isWorkTree() && in.rules().ignores(in.path() + name, isFolder);
      if (out && !git.index().tracks(raw) && !(isFolder && git.index().tracksBelow(raw))) {
        ignored++;
      } else if (stat.type() == Stat.Type.LINK) {
        Found link = new Found(Found.Type.SYMLINK, folder, name, path, raw, null);
        link.target(RawNames.ofTarget(Files.readSymbolicLink(path)));
        folder.children().add(link);
      } else if (isFolder) {
        folder(in, path, name, raw, out);
      } else if (stat.type() == Stat.Type.OTHER) {
        skip(new Found(Found.Type.FILE, folder, name, path, raw, null), "a socket, pipe or device");
      } else if (!projects.contain(path, stat)) {
        Found file = new Found(Found.Type.FILE, folder, name, path, raw, stat);
        // Where the file system has no such permission, Git's word is taken.
        file.executable(Stat.UNIX ? stat.executable() : git.index().isExecutable(raw));
        folder.children().add(file);
      }
    } catch (NoSuchFileException e) {
      return; // It went while we looked: it is not there.
    } catch (IOException e) {
      Found gone = new Found(Found.Type.UNREADABLE, folder, name, path, raw, null);
      folder.children().add(gone);
      skip(gone, Reasons.of(e));
    }
  }

  private void folder(Frame in, Path path, Name name, String raw, boolean out) {
    Optional<byte[]> submodule = git.index().gitlink(raw);
    if (submodule.isPresent() && (Files.exists(path.resolve(DOT_GIT)) || isEmpty(path))) {
      Found link = new Found(Found.Type.GITLINK, in.folder(), name, path, raw, null);
      link.target(submodule.get());
      in.folder().children().add(link);
      return;
    }
    Found folder = new Found(Found.Type.FOLDER, in.folder(), name, path, raw, null);
    in.folder().children().add(folder);
    Frame frame = new Frame(folder, in.path() + name + "/", raw + "/", in.rules(), out);
    open.push(frame);
    if (out) {
      ignoredFolders.add(frame);
    }
  }

  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      return !stream.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      // It is taken as a folder then, and says itself why it cannot be read.
      return false;
    }
  }

  private void unreadable(Found folder, IOException e) {
    if (e instanceof NoSuchFileException) {
      folder.leaveOut();
    } else {
      folder.giveUp();
      skip(folder, Reasons.of(e));
    }
  }

  /** An ignored folder was looked at for what Git tracks in it; it may not be there any more. */
  private void prune() {
    for (int i = ignoredFolders.size() - 1; i >= 0; i--) {
      Found folder = ignoredFolders.get(i).folder();
      if (folder.children().isEmpty()) {
        folder.leaveOut();
        ignored++;
      }
    }
  }

  private void skip(Found found, String why) {
    skipped.add(found + ": " + why);
  }
}
