package org.fxd.shell.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.UsageException;

/**
 * Paths of stored nodes: those below the one that is typed so far. Snippets of files that are
 * stored raw are not looked for, as that might take long.
 *
 * @param root where paths begin
 */
record NodeSuggestions(Node root) {
  private static final int LOOKED_AT = 20_000;

  List<Suggestion> of(String typed, int most) {
    NodePath parent = parent(typed);
    Node node = root;
    for (NodePath.Step step : parent.steps()) {
      node = node.child(step.name());
    }
    List<Suggestion> found = new ArrayList<>();
    int looked = 0;
    for (Entry entry : node.entries()) {
      String path = parent.child(entry.name()).toString();
      if (entry.name().length() > 0 && entry.name().isText() && path.startsWith(typed)) {
        found.add(new Suggestion(path, entry.node().kind().name(), false));
      }
      looked++;
      if (found.size() == most || looked == LOOKED_AT) {
        break;
      }
    }
    return found;
  }

  /** What stands before the last dot at which the text before it is a path. */
  private static NodePath parent(String typed) {
    for (int dot = typed.lastIndexOf('.'); dot > 0; dot = typed.lastIndexOf('.', dot - 1)) {
      Optional<NodePath> path = path(typed.substring(0, dot));
      if (path.isPresent()) {
        return path.get();
      }
    }
    return NodePath.ROOT;
  }

  private static Optional<NodePath> path(String text) {
    try {
      return Optional.of(NodePath.parse(text));
    } catch (UsageException e) {
      // It ends at a dot within quotes.
      return Optional.empty();
    }
  }
}
