package org.fxd.graph.api.watch;

import org.osgi.annotation.versioning.ProviderType;

/** One running watch. Safe for use by any number of threads. */
@ProviderType
public interface Watch extends AutoCloseable {
  /** Who watches. */
  String name();

  /** What is watched. */
  WatchTarget target();

  /** How often the watcher has thrown so far; each time is in the log. */
  long failures();

  /**
   * Ends it: no call begins after this returns; one that is running on another thread is not waited
   * for. Closing again does nothing.
   */
  @Override
  void close();
}
