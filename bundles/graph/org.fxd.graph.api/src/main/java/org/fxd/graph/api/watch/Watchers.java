package org.fxd.graph.api.watch;

import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells of changes of one open project's nodes. A service with the property {@link
 * Workspace#PROJECT}; safe for use by any number of threads.
 */
@ProviderType
public interface Watchers {
  /**
   * Begins to watch: the first change that is told is the next one after {@link Workspace#state()}
   * as of now.
   *
   * @param name who watches, for the log
   * @param target what is watched
   * @param watcher is told
   * @return what ends it; the project's closing ends it too
   */
  Watch watch(String name, WatchTarget target, Watcher watcher);
}
