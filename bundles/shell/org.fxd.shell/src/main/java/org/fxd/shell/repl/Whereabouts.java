package org.fxd.shell.repl;

import java.util.Optional;
import org.fxd.graph.api.workspace.Workspace;

/** What a prompt may know of its session, and what it tells it. */
public interface Whereabouts {
  /** The project that commands work on. */
  Optional<Workspace> workspace();

  /** A service of that project. */
  <T> Optional<T> service(Class<T> type);

  /** The window has that many columns now. */
  default void window(int columns) {}
}
