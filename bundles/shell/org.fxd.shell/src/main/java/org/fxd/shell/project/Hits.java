package org.fxd.shell.project;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * Finds out where nodes stand in files. Hits come file by file, so the lines of one file's snippets
 * are kept until the next comes. Belongs to one thread.
 */
public final class Hits {
  private final Sources sources;
  private Optional<Match> lastFile = Optional.empty();
  private Optional<FilePath> lastPath = Optional.empty();
  private final Map<NodeId, Snippet> lastSnippets = new HashMap<>();

  Hits(Sources sources) {
    this.sources = sources;
  }

  /** What is known of a node. */
  public Hit of(Match match) {
    Optional<Match> file = match.nearest(Kind.FILE);
    if (file.isEmpty()) {
      return new Hit(match, Optional.empty(), "", Optional.empty());
    }
    if (!isLast(file.get())) {
      lastFile = file;
      lastPath = path(file.get());
      lastSnippets.clear();
    }
    String language = sources.language(file.get().name());
    if (lastPath.isEmpty() || match.node().kind().equals(Kind.FILE)) {
      return new Hit(match, lastPath, language, Optional.empty());
    }
    if (lastSnippets.isEmpty()) {
      // As it is seen, which saves looking into it again.
      Entry seen = file.get().entry().withNode(file.get().node());
      for (Snippet snippet : sources.snippets(new SourceFile(lastPath.get(), seen))) {
        lastSnippets.put(snippet.entry().id(), snippet);
      }
    }
    return new Hit(match, lastPath, language, Optional.ofNullable(lastSnippets.get(match.id())));
  }

  private boolean isLast(Match file) {
    return lastFile
        .filter(
            last -> last.id().equals(file.id()) && last.node().hash().equals(file.node().hash()))
        .isPresent();
  }

  /** Where a file stands below {@code code}; empty for one that stands elsewhere. */
  private static Optional<FilePath> path(Match file) {
    FilePath path = FilePath.ROOT;
    boolean inCode = false;
    for (Match step : file.way()) {
      if (step.parent().isEmpty()) {
        inCode = step.name().equals(Name.of(Workspace.CODE));
      } else {
        path = path.child(step.name());
      }
    }
    return inCode ? Optional.of(path) : Optional.empty();
  }
}
