package org.fxd.git.jgit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.source.api.Sources;

/** Counts the snippets of files, which also leaves their scanned forms in the memory of sources. */
final class SnippetCount {
  private final Sources sources;

  SnippetCount(Sources sources) {
    this.sources = sources;
  }

  /** The number of snippets in a file of either form. */
  long of(NodeId id, Name name, Node file) {
    long count = 0;
    Deque<Node> open = new ArrayDeque<>();
    open.push(sources.scanned(id, name, file));
    while (!open.isEmpty()) {
      for (Entry entry : open.pop().entries()) {
        if (entry.node().kind().equals(Kind.SNIPPET)) {
          count++;
          open.push(entry.node());
        }
      }
    }
    return count;
  }
}
