package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.fxd.git.jgit.work.Workers;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;

/**
 * Looks through a folder on all cores, without following a link and without reading a file. Each
 * folder is a task of its own, so that deep folders do no harm.
 */
final class FolderWalk {
  private static final String DOT_GIT = WorkTree.DOT_GIT;

  private final GitFolder git;
  private final ProjectFiles projects;
  private final FolderMemory memory;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Queue<String> skipped = new ConcurrentLinkedQueue<>();
  private final Queue<Found> vanished = new ConcurrentLinkedQueue<>();
  private final Queue<Found> ignoredFolders = new ConcurrentLinkedQueue<>();
  private final LongAdder ignored = new LongAdder();

  /** Tasks whose outcome nobody looked at yet; each may have begun more before it ended. */
  private final Queue<Future<Void>> begun = new ConcurrentLinkedQueue<>();

  /**
   * A folder to be looked at.
   *
   * @param path its path from the work tree's root, with a slash at its end
   * @param raw the same as the index has it
   * @param out whether it is ignored itself, so that only what Git tracks is taken from it
   */
  private record Frame(Found folder, String path, String raw, IgnoreRules rules, boolean out) {}

  FolderWalk(
      GitFolder git,
      ProjectFiles projects,
      FolderMemory memory,
      Progress progress,
      Cancellation cancellation) {
    this.git = git;
    this.projects = projects;
    this.memory = memory;
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
    Found root = new Found(Found.Type.FOLDER, null, Name.EMPTY, folder, git.rawPrefix(), null);
    Frame first = new Frame(root, git.prefix(), git.rawPrefix(), git.rules(), false);
    try (Workers workers = Workers.onAllCores("fxd-walk")) {
      begin(look(first), workers);
      for (Future<Void> task = begun.poll(); task != null; task = begun.poll()) {
        Workers.result(task);
      }
    }
    vanished.forEach(Found::leaveOut);
    prune();
    List<String> all = new ArrayList<>(git.problems());
    skipped.stream().sorted().forEach(all::add);
    Survey survey = new Survey(root, ignored.sum(), all);
    memory.recognise(survey);
    return survey;
  }

  private void begin(List<Frame> frames, Workers workers) {
    for (Frame frame : frames) {
      begun.add(
          workers.submit(
              () -> {
                try {
                  begin(look(frame), workers);
                } catch (IOException e) {
                  unreadable(frame.folder(), e);
                }
                return null;
              }));
    }
  }

  /** Looks at what stands in a folder, and gives the folders in it. */
  private List<Frame> look(Frame frame) throws IOException {
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
    Frame in = new Frame(frame.folder(), frame.path(), frame.raw(), rules, frame.out());
    List<Frame> inner = new ArrayList<>();
    for (Path path : paths) {
      cancellation.check();
      Name name = RawNames.of(path);
      if (!name.toString().equals(DOT_GIT)) {
        look(in, path, name, inner);
      }
    }
    children.sort(Comparator.comparing(Found::name));
    progress.advance(children.size());
    return inner;
  }

  private void look(Frame in, Path path, Name name, List<Frame> inner) {
    Found folder = in.folder();
    String raw = in.raw() + GitFolder.raw(name.bytes());
    try {
      Stat stat = Stat.of(path);
      boolean isFolder = stat.type() == Stat.Type.FOLDER;
      boolean out = in.out() || git.isWorkTree() && in.rules().ignores(in.path() + name, isFolder);
      if (out && !git.index().tracks(raw) && !(isFolder && git.index().tracksBelow(raw))) {
        ignored.increment();
      } else if (stat.type() == Stat.Type.LINK) {
        Found link = new Found(Found.Type.SYMLINK, folder, name, path, raw, null);
        link.target(RawNames.ofTarget(Files.readSymbolicLink(path)));
        folder.children().add(link);
      } else if (isFolder) {
        folder(in, path, name, raw, out, inner);
      } else if (stat.type() == Stat.Type.OTHER) {
        skip(new Found(Found.Type.FILE, folder, name, path, raw, null), "a socket, pipe or device");
      } else if (!projects.contain(path, stat)) {
        // Where the file system has no such permission, Git's word is taken.
        Stat whole = Stat.UNIX ? stat : stat.withExecutable(git.index().isExecutable(raw));
        Found file = new Found(Found.Type.FILE, folder, name, path, raw, whole);
        file.known(memory.file(raw, whole));
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

  private void folder(Frame in, Path path, Name name, String raw, boolean out, List<Frame> inner) {
    Optional<byte[]> submodule = git.index().gitlink(raw);
    if (submodule.isPresent() && (Files.exists(path.resolve(DOT_GIT)) || isEmpty(path))) {
      Found link = new Found(Found.Type.GITLINK, in.folder(), name, path, raw, null);
      link.target(submodule.get());
      in.folder().children().add(link);
      return;
    }
    Found folder = new Found(Found.Type.FOLDER, in.folder(), name, path, raw, null);
    in.folder().children().add(folder);
    if (out) {
      ignoredFolders.add(folder);
    }
    inner.add(new Frame(folder, in.path() + name + "/", raw + "/", in.rules(), out));
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
      vanished.add(folder);
    } else {
      folder.giveUp();
      skip(folder, Reasons.of(e));
    }
  }

  /** An ignored folder was looked at for what Git tracks in it; it may not be there any more. */
  private void prune() {
    List<Found> innerFirst = new ArrayList<>(ignoredFolders);
    innerFirst.sort(Comparator.comparingInt((Found folder) -> folder.key().length()).reversed());
    for (Found folder : innerFirst) {
      if (folder.children().isEmpty()) {
        folder.leaveOut();
        ignored.increment();
      }
    }
  }

  private void skip(Found found, String why) {
    skipped.add(found + ": " + why);
  }
}
