package org.fxd.source.core.compare;

import java.util.Comparator;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;

/** One file in two trees; at least one side is there. */
record FilePair(Optional<SourceFile> before, Optional<SourceFile> after) {
  /** In the order of paths; where a file took the path of one that is gone, that one first. */
  static final Comparator<FilePair> ORDER =
      Comparator.comparing(FilePair::path).thenComparing(pair -> pair.after().isPresent());

  /** Where it is, or was. */
  FilePath path() {
    return after.or(() -> before).map(SourceFile::path).orElseThrow();
  }

  /** What happened to it as a whole; empty if nothing did. */
  Optional<FileChange.Kind> kind() {
    if (before.isEmpty()) {
      return Optional.of(FileChange.Kind.ADDED);
    }
    if (after.isEmpty()) {
      return Optional.of(FileChange.Kind.REMOVED);
    }
    if (!sameKind() || !sameContent() || !sameMode()) {
      return Optional.of(FileChange.Kind.CHANGED);
    }
    return before.get().path().equals(after.get().path())
        ? Optional.empty()
        : Optional.of(FileChange.Kind.MOVED);
  }

  /** Whether there is text to compare: it came, went or changed. */
  boolean textDiffers() {
    return before.isEmpty() || after.isEmpty() || !sameKind() || !sameContent();
  }

  private boolean sameKind() {
    return node(before).kind().equals(node(after).kind());
  }

  private boolean sameMode() {
    return node(before)
        .metadata(FileMeta.EXECUTABLE)
        .equals(node(after).metadata(FileMeta.EXECUTABLE));
  }

  private boolean sameContent() {
    Node old = node(before);
    Node now = node(after);
    Value content = old.metadata(FileMeta.CONTENT);
    if (old.kind().equals(Kind.FILE) && !content.equals(Value.NONE)) {
      return content.equals(now.metadata(FileMeta.CONTENT));
    }
    return old.hash().equals(now.hash());
  }

  private static Node node(Optional<SourceFile> file) {
    return file.orElseThrow().entry().node();
  }
}
