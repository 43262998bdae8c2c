package org.fxd.source.core.compare;

import java.util.List;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.source.api.FileChange;
import org.fxd.source.core.find.FileSnippets;

/** How two roots differ: file by file, and in each file snippet by snippet. */
public final class FileDifferences {
  private final FileSnippets snippets;

  public FileDifferences(FileSnippets snippets) {
    this.snippets = snippets;
  }

  /** Reports all files that differ and what happened to their snippets. */
  public void report(Node before, Node after, Predicate<FileChange> visitor) {
    List<FilePair> pairs = FilePairs.between(before, after);
    Movers movers = Movers.among(pairs, snippets);
    for (FilePair pair : pairs) {
      FileChange change =
          new FileChange(
              pair.kind().orElseThrow(),
              pair.before(),
              pair.after(),
              pair.textDiffers()
                  ? new SnippetDifferences(snippets, pair, movers).list()
                  : List.of());
      if (!visitor.test(change)) {
        return;
      }
    }
  }

  /** Reports all files that differ, without looking into them. */
  public static void reportFiles(Node before, Node after, Predicate<FileChange> visitor) {
    for (FilePair pair : FilePairs.between(before, after)) {
      FileChange change =
          new FileChange(pair.kind().orElseThrow(), pair.before(), pair.after(), List.of());
      if (!visitor.test(change)) {
        return;
      }
    }
  }
}
