package org.fxd.graph.core.cursor;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.core.change.Replay;
import org.fxd.graph.core.change.Whereabouts;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;

/**
 * Replays changes of files that were raw at first. Whoever changes a raw file stores it scanned; to
 * a comparison that is another file as a whole, and two such changes would contradict each other.
 * So where both sides changed such a file, all three trees are given its scanned form first, which
 * is no change, and the replay sees which snippets were changed.
 */
public final class SameForm {
  private final Finder finder;
  private final Expansions expansions;

  /** Replays that see what a file consists of. */
  public SameForm(Finder finder, Expansions expansions) {
    this.finder = finder;
    this.expansions = expansions;
  }

  /** Does what {@link Replay#replay} does. */
  public Node replay(Node base, Node changed, Node onto) {
    Whereabouts mine = Whereabouts.of(base, changed);
    List<List<Entry>> files = mine.reformed();
    if (files.isEmpty()) {
      return Replay.replay(base, changed, onto);
    }
    TreeBuilder earlier = builder(base);
    TreeBuilder other = builder(onto);
    EditedTree inBase = tree(base, earlier);
    EditedTree inOther = tree(base, other);
    for (List<Entry> file : files) {
      Way way = Way.over(file);
      Optional<Spot> was = inBase.adapted(inBase.root(), way);
      Optional<Spot> is = inOther.adapted(inOther.root(), way);
      if (was.isPresent()
          && is.isPresent()
          && was.get().isProjected()
          && !was.get().stored().equals(is.get().stored())) {
        inBase.inner(was.get());
        if (is.get().isProjected()) {
          inOther.inner(is.get());
        }
      }
    }
    return Replay.replay(earlier.build(), changed, other.build());
  }

  private EditedTree tree(Node base, TreeBuilder root) {
    return new EditedTree(() -> base, () -> root, finder, expansions);
  }

  private static TreeBuilder builder(Node node) {
    return (TreeBuilder) TreeNode.of(node).builder();
  }
}
