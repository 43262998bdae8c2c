package org.fxd.graph.core.delta;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import org.fxd.graph.api.Node;
import org.fxd.graph.core.projection.Projectors;

/**
 * Compares roots, the same ones only once for all who watch. Remembers the last few comparisons as
 * long as there is memory. Safe for use by any number of threads.
 */
public final class Deltas {
  private static final int REMEMBERED = 4;

  private final Projectors projectors;
  private final Deque<Comparing> last = new ArrayDeque<>();

  /** Compares through some projections. */
  public Deltas(Projectors projectors) {
    this.projectors = projectors;
  }

  /** What differs between two roots. */
  public TreeDelta of(Node before, Node after) {
    return comparing(before, after).delta();
  }

  private synchronized Comparing comparing(Node before, Node after) {
    for (Comparing known : last) {
      if (known.before.equals(before) && known.after.equals(after)) {
        return known;
      }
    }
    Comparing fresh = new Comparing(before, after);
    last.addFirst(fresh);
    if (last.size() > REMEMBERED) {
      last.removeLast();
    }
    return fresh;
  }

  /** One comparison; whoever asks second waits for the first. */
  private final class Comparing {
    private final Node before;
    private final Node after;
    private SoftReference<TreeDelta> done = new SoftReference<>(null);

    Comparing(Node before, Node after) {
      this.before = before;
      this.after = after;
    }

    synchronized TreeDelta delta() {
      TreeDelta delta = done.get();
      if (delta == null) {
        delta = TreeDelta.of(before, after, projectors);
        done = new SoftReference<>(delta);
      }
      return delta;
    }
  }
}
