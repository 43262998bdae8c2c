package org.fxd.git.jgit.carrier;

import java.util.List;
import org.fxd.graph.api.Node;
import org.fxd.history.api.Commit;

/**
 * A commit that came along.
 *
 * @param commit with its id, which is that of its encoding
 * @param root its tree
 * @param trees trees that its own leads to and does not hold
 */
public record Carried(Commit commit, Node root, List<Node> trees) {
  /** Copies the list. */
  public Carried {
    trees = List.copyOf(trees);
  }
}
