package org.fxd.history.api.ask;

import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds commits of one open project. A service with the property {@code fxd.project}; safe for use
 * by any number of threads.
 *
 * <p>What an answer iterates over is found as it is iterated, and may throw {@link
 * CancelledException} if asked to stop and {@link StoreException} if something cannot be read. Each
 * iteration finds it again.
 */
@ProviderType
public interface Log {
  /**
   * The commits that a query wants, newest first, a commit always before its parents.
   *
   * <p>Where paths or a node are asked for, a merge that took them as they are in one of its
   * parents is no change of them, and only that parent is followed: what led to how they are now,
   * and not what was given up on the way. A file that was scanned and one that was not are no
   * difference.
   *
   * @throws NotFoundException if the project has not one of the commits to begin with
   */
  Iterable<Commit> find(LogQuery query, Cancellation cancellation);

  /**
   * What became of a node, newest first: each commit that changed, moved or renamed it, or in which
   * it came or went.
   *
   * @param id a file, snippet or any other node of the commits' trees
   * @param query which commits count; its own {@link LogQuery#node} does not
   */
  Iterable<NodeEvent> of(NodeId id, LogQuery query, Cancellation cancellation);
}
