package org.fxd.graph.core.select;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;

/** What selectors see: all nodes but the text between snippets. */
public final class Visible {
  private Visible() {}

  /** Whether selectors see an entry. */
  public static boolean is(Entry entry) {
    Kind kind = entry.node().kind();
    return !kind.equals(Kind.HEAD) && !kind.equals(Kind.GAP);
  }
}
