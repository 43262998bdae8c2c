package org.fxd.shell.command.node;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.shell.project.Lookup;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * The name of a snippet that is in the text of its file. Another one would last until the file is
 * scanned again, and no commit would hold it: a commit is of the text.
 *
 * @param lookup finds the snippet in its file
 * @param node any node
 */
record ScannedName(Lookup lookup, Match node) {
  /**
   * Sees to it that a node's name is not what a scanner finds in the text.
   *
   * @throws UsageException if it is
   */
  void checkFree() {
    Optional<Match> file = node.nearest(Kind.FILE);
    if (!node.node().kind().equals(Kind.SNIPPET) || file.isEmpty() || !isFound(file.get())) {
      return;
    }
    throw new UsageException(
        "'"
            + node.path()
            + "' cannot be renamed: its name is in the text of "
            + file.get().name()
            + ", and is read from there again",
        "edit the text: node:edit "
            + lookup
                .hits()
                .of(node)
                .snippet()
                .map(snippet -> "'" + snippet.address() + "'")
                .orElse("FILE"));
  }

  /** Whether a scan of the text, as if nothing were known of it, finds this name here. */
  private boolean isFound(Match file) {
    Sources sources = lookup.sources();
    Node text = sources.raw(Blob.of(sources.render(file.node())), false);
    List<Snippet> scanned = snippets(file, text);
    return snippets(file, file.node()).stream()
        .filter(snippet -> snippet.entry().id().equals(node.id()))
        .anyMatch(snippet -> scanned.stream().anyMatch(found -> isSame(snippet, found)));
  }

  private List<Snippet> snippets(Match file, Node node) {
    // Wherever the file stands: what is in it depends on its own name alone.
    FilePath path = FilePath.ROOT.child(file.name());
    return lookup.sources().snippets(new SourceFile(path, file.entry().withNode(node)));
  }

  private static boolean isSame(Snippet a, Snippet b) {
    return a.entry().name().equals(b.entry().name())
        && a.firstLine() == b.firstLine()
        && a.lastLine() == b.lastLine();
  }
}
