package org.fxd.graph.core.select;

import java.util.List;

/**
 * A parsed selector: alternatives.
 *
 * @param any at least one
 */
public record SelectorList(List<Complex> any) {
  public SelectorList {
    any = List.copyOf(any);
  }
}
