package org.fxd.source.api;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Node;

/**
 * Files that were changed outside, taken in.
 *
 * @param nodes the new node of each file, in the order of the edits; empty where the file is gone.
 *     Scanned, except for files that cannot be, and for new files without a snippet from another
 *     file, which are raw
 * @param snippets every snippet of the changed files that is new, gone or not what it was (its own
 *     text without that of snippets within it, its name, the snippet or file around it, or its
 *     order among its neighbours), and what decided so; in the order of the files and of the text,
 *     those that are gone last. Of new files that are raw, only parts of what was split
 */
public record Reconciled(List<Optional<Node>> nodes, List<Followed> snippets) {
  public Reconciled {
    nodes = List.copyOf(nodes);
    snippets = List.copyOf(snippets);
  }
}
