package org.fxd.graph.api.watch;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of changes. Called on a thread of the watch's own, one call at a time. An exception is
 * logged with the watch's name and changes nothing; a slow watcher delays nobody, and is told of
 * several changes at once when its queue has filled.
 */
@ConsumerType
@FunctionalInterface
public interface Watcher {
  /** Something that is watched changed. */
  void changed(WatchEvent event);
}
