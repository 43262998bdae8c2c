package org.fxd.source.core.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeId;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.core.find.FileSnippets;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.Piece;

/** The snippets that left one file and came to another. */
final class Movers {
  private final FileSnippets snippets;
  private final Map<NodeId, SourceFile> origins;
  private final Map<SourceFile, Map<NodeId, Snippet>> read = new HashMap<>();

  private Movers(FileSnippets snippets, Map<NodeId, SourceFile> origins) {
    this.snippets = snippets;
    this.origins = origins;
  }

  /**
   * Looks for them. Between files that are all raw there are none, since the ids of a raw file's
   * snippets follow from the file's own; so comparing imported trees scans nothing here.
   */
  static Movers among(List<FilePair> pairs, FileSnippets snippets) {
    Map<NodeId, SourceFile> left = new HashMap<>();
    Set<NodeId> came = new HashSet<>();
    boolean possible =
        pairs.stream().anyMatch(pair -> isScanned(pair.before()) || isScanned(pair.after()));
    if (possible) {
      for (FilePair pair : pairs) {
        if (pair.textDiffers()) {
          Set<NodeId> old = ids(pair.before(), snippets);
          Set<NodeId> now = ids(pair.after(), snippets);
          old.stream()
              .filter(id -> !now.contains(id))
              .forEach(id -> left.put(id, pair.before().orElseThrow()));
          now.stream().filter(id -> !old.contains(id)).forEach(came::add);
        }
      }
    }
    left.keySet().retainAll(came);
    return new Movers(snippets, left);
  }

  /** Whether a snippet moved between files. */
  boolean contains(NodeId id) {
    return origins.containsKey(id);
  }

  /** The snippet as it stood in the file it came from; empty if it did not move between files. */
  Optional<Snippet> before(NodeId id) {
    return Optional.ofNullable(origins.get(id))
        .map(file -> read.computeIfAbsent(file, this::list).get(id));
  }

  private Map<NodeId, Snippet> list(SourceFile file) {
    Map<NodeId, Snippet> moved = new HashMap<>();
    for (Snippet snippet : snippets.of(file)) {
      if (contains(snippet.entry().id())) {
        moved.put(snippet.entry().id(), snippet);
      }
    }
    return moved;
  }

  private static Set<NodeId> ids(Optional<SourceFile> file, FileSnippets snippets) {
    Set<NodeId> ids = new HashSet<>();
    if (file.isPresent()) {
      for (Piece piece : snippets.outline(file.get()).snippets()) {
        ids.add(piece.entry().orElseThrow().id());
      }
    }
    return ids;
  }

  private static boolean isScanned(Optional<SourceFile> file) {
    return file.map(f -> f.entry().node())
        .filter(node -> node.kind().equals(Kind.FILE) && !FileNodes.isRaw(node))
        .isPresent();
  }
}
