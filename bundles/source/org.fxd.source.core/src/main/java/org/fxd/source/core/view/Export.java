package org.fxd.source.core.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Views.Written;
import org.fxd.source.core.text.Rendering;

/**
 * One writing of a tree to a folder. Folders are made by one thread, files are written by several,
 * and links are made last, when nothing more is written through them.
 */
final class Export {
  private record Link(FilePath path, Path at, Name target) {}

  private final NameRule names;
  private final boolean folds;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Workers workers;
  private final LongAdder files = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final ConcurrentSkipListSet<String> skipped = new ConcurrentSkipListSet<>();
  private final List<Link> links = new ArrayList<>();
  private long folders;

  Export(
      NameRule names,
      boolean folds,
      Progress progress,
      Cancellation cancellation,
      Workers workers) {
    this.names = names;
    this.folds = folds;
    this.progress = progress;
    this.cancellation = cancellation;
    this.workers = workers;
  }

  Written run(Node code, Path folder) {
    progress.phase("writing files", -1);
    try {
      folder(FilePath.ROOT, code, folder);
      workers.finish();
      links.forEach(this::link);
    } catch (CancelledException e) {
      throw new CancelledException(
          "Stopped as asked; " + files.sum() + " files were written to " + folder + " and stay.",
          e);
    }
    return new Written(files.sum(), folders, bytes.sum(), List.copyOf(skipped));
  }

  private void folder(FilePath path, Node folder, Path at) {
    NameClash clash = new NameClash(folds);
    for (Entry entry : folder.entries()) {
      cancellation.check();
      FilePath below = path.child(entry.name());
      Optional<Name> same = clash.add(entry.name());
      Optional<String> refusal =
          names
              .refusal(entry.name())
              .or(() -> same.map(n -> "this file system takes its name for " + n));
      Optional<Path> place = NativePath.child(at, entry.name());
      if (refusal.isPresent() || place.isEmpty()) {
        skip(below, refusal.orElse("this file system cannot express its name"));
      } else {
        entry(below, entry.node(), place.get());
      }
    }
  }

  private void entry(FilePath path, Node node, Path at) {
    Kind kind = node.kind();
    if (kind.equals(Kind.FOLDER) || kind.equals(Kind.GITLINK)) {
      if (makeFolder(path, at) && kind.equals(Kind.FOLDER)) {
        folder(path, node, at);
      }
    } else if (kind.equals(Kind.FILE)) {
      workers.submit(() -> file(path, node, at));
    } else if (kind.equals(Kind.SYMLINK)) {
      links.add(new Link(path, at, Name.ofBytes(Rendering.bytes(node))));
    } else {
      skip(path, "a " + kind + " has no form in a file system");
    }
  }

  private boolean makeFolder(FilePath path, Path at) {
    try {
      Optional<BasicFileAttributes> there = SafeFile.at(at);
      if (there.isPresent() && !there.get().isDirectory()) {
        skip(
            path,
            there.get().isSymbolicLink()
                ? "a symbolic link stands there, and links are never followed"
                : "a file stands there");
        return false;
      }
      if (there.isEmpty()) {
        Files.createDirectory(at);
      }
      folders++;
      return true;
    } catch (IOException e) {
      refuseOrThrow(path, at, e);
      return false;
    }
  }

  private void file(FilePath path, Node node, Path at) {
    cancellation.check();
    try {
      if (isFolder(path, at)) {
        return;
      }
      SafeFile.write(node, at, node.metadata(FileMeta.EXECUTABLE).equals(Value.of(true)));
      files.increment();
      bytes.add(Files.size(at));
      progress.advance(1);
    } catch (IOException e) {
      refuseOrThrow(path, at, e);
    }
  }

  private void link(Link link) {
    cancellation.check();
    Optional<Path> target = NativePath.target(link.at(), link.target());
    if (target.isEmpty()) {
      skip(link.path(), "this file system cannot express where the link leads");
      return;
    }
    try {
      if (isFolder(link.path(), link.at())) {
        return;
      }
      SafeFile.link(target.get(), link.at());
      if (link.target().toString().contains("//")) {
        // Java cannot say it otherwise; the link leads to the same place.
        skip(link.path(), "written, but with single slashes where its target has double ones");
      }
      files.increment();
      progress.advance(1);
    } catch (UnsupportedOperationException e) {
      skip(link.path(), "this file system has no symbolic links");
    } catch (IOException e) {
      refuseOrThrow(link.path(), link.at(), e);
    }
  }

  private boolean isFolder(FilePath path, Path at) throws IOException {
    boolean folder = SafeFile.at(at).map(BasicFileAttributes::isDirectory).orElse(false);
    if (folder) {
      skip(path, "a folder stands there");
    }
    return folder;
  }

  private void refuseOrThrow(FilePath path, Path at, IOException cause) {
    skip(path, WriteFailure.badName(cause).orElseThrow(() -> WriteFailure.of(at, cause)));
  }

  private void skip(FilePath path, String reason) {
    skipped.add(path + ": " + reason);
  }
}
