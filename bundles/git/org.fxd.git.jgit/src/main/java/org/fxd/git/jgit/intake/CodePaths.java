package org.fxd.git.jgit.intake;

import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;

/** Finds what stands at a path of a tree. */
final class CodePaths {
  private CodePaths() {}

  static Optional<Entry> find(Node code, GitPath path) {
    Node at = code;
    Optional<Entry> found = Optional.empty();
    for (Name name : path.names()) {
      if (!at.kind().equals(Kind.FOLDER)) {
        return Optional.empty();
      }
      found = at.entry(name);
      if (found.isEmpty()) {
        return found;
      }
      at = found.get().node();
    }
    return found;
  }
}
