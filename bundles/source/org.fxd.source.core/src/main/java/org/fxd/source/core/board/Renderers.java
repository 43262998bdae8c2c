package org.fxd.source.core.board;

import org.fxd.graph.api.error.NotFoundException;
import org.fxd.source.api.view.ViewRenderer;

/** The renderers there are. */
public interface Renderers {
  /**
   * The renderer of a name.
   *
   * @throws NotFoundException if there is none now
   */
  ViewRenderer named(String name);
}
