package org.fxd.benchmarks.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/** Files of a project that are written into a folder. */
record WorkTree(Path folder, Sources sources) {
  /** Writes what differs between two roots. */
  void update(Node before, Node after) {
    sources.diffFiles(
        before,
        after,
        change -> {
          change.before().filter(file -> isGone(file, change.after())).ifPresent(this::remove);
          change.after().ifPresent(this::write);
          return true;
        });
  }

  /** Writes all files. */
  void fill(Node root) {
    sources.files(root).forEach(this::write);
  }

  private static boolean isGone(SourceFile file, Optional<SourceFile> after) {
    return after.filter(there -> there.path().equals(file.path())).isEmpty();
  }

  private void write(SourceFile file) {
    Path path = folder.resolve(file.path().toString());
    try {
      Files.createDirectories(path.getParent());
      try (OutputStream out = Files.newOutputStream(path)) {
        sources.render(file.entry().node(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(SourceFile file) {
    try {
      Files.delete(folder.resolve(file.path().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
