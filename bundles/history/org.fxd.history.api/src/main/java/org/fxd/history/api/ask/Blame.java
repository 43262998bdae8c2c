package org.fxd.history.api.ask;

import java.util.List;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Says which commit each line of a file or snippet comes from. A service with the property {@code
 * fxd.project}; safe for use by any number of threads.
 *
 * <p>The node is followed by its id, through renames and moves; lines are matched by the histogram
 * algorithm. A line of a merge comes from the first of its parents that has it.
 */
@ProviderType
public interface Blame {
  /**
   * The lines of a file or snippet, as they are in a commit.
   *
   * @param at where to begin
   * @param id a file or snippet of that commit
   * @throws NotFoundException if there is no such node in it
   * @throws UsageException if the node has no text
   * @throws CancelledException if asked to stop
   */
  List<BlamedLine> lines(Commit at, NodeId id, Progress progress, Cancellation cancellation);

  /**
   * The lines of a file or snippet as they are now. Lines that no commit has yet have none.
   *
   * @param id a file or snippet of the project
   * @throws NotFoundException if there is no such node
   * @throws UsageException if the node has no text
   * @throws CancelledException if asked to stop
   */
  List<BlamedLine> lines(NodeId id, Progress progress, Cancellation cancellation);
}
