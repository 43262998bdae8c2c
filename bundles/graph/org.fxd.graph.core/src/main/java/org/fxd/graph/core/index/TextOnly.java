package org.fxd.graph.core.index;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.Value;

/**
 * Finds that two versions of a file differ inside in nothing but texts: the everyday edit. No row
 * of the index says anything of texts inside a file, so what is inside need not be described, and
 * the work follows the edit instead of the file. In doubt, the answer is no.
 */
final class TextOnly implements NodeDiff {
  private static final TextOnly DIFF = new TextOnly();

  private TextOnly() {}

  /** Whether what is inside of two versions of one file has the same rows, whatever their own. */
  static boolean inside(Node before, Node after) {
    return after.diff(before, DIFF);
  }

  @Override
  public boolean added(Entry after) {
    return false;
  }

  @Override
  public boolean removed(Entry before) {
    return false;
  }

  @Override
  public boolean changed(Entry before, Entry after) {
    if (!before.name().equals(after.name())) {
      return false;
    }
    Node from = before.node();
    Node to = after.node();
    return from.hash().equals(to.hash())
        || from.kind().equals(to.kind())
            && !to.kind().equals(Kind.FILE)
            && from.metadata().equals(to.metadata())
            && (isPlain(from.value()) && isPlain(to.value()) || from.value().equals(to.value()))
            && inside(from, to);
  }

  /** Whether the index says nothing of a value inside a file. */
  private static boolean isPlain(Value value) {
    return value instanceof Value.Text || value.equals(Value.NONE);
  }
}
