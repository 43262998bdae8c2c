package org.fxd.merge.api;

import java.util.List;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What merges left to be decided in one open project. A service with the property {@code
 * fxd.project}; safe for use by any number of threads.
 *
 * <p>A conflict is there as long as the project shows what the merge put there: of a text, as long
 * as one of its marker lines is left. Who edits, renames, moves or removes the node has resolved
 * it.
 */
@ProviderType
public interface Conflicts {
  /** Those of the project as it is, in the order of paths. Costs what there is to list. */
  List<Conflict> all();

  /** Those of any root of the project, such as an old commit's. */
  List<Conflict> in(Node root);

  /**
   * Resolves all that is in conflict about a node by a choice. One operation. A scanned file whose
   * text changes by it is scanned again, as after an edit, once no other conflict in it shows
   * marker lines, over which snippets could be lost.
   *
   * @throws NotFoundException if nothing is in conflict about it
   * @throws UsageException if there is no such choice: both of what is no text, or a base where the
   *     sides have none
   * @throws FxdException if it cannot be done: the marker lines are no longer in the node, and what
   *     is between them was edited; or a name or parent is taken or gone
   * @throws RefusedException if a hook refuses
   */
  Change resolve(NodeId id, Choice choice, Origin origin);

  /**
   * Resolves all that is in conflict about a node by putting another in its place, under its id,
   * name and parent. One operation. If the node is lost and its marker lines are in its file, that
   * takes a file.
   *
   * @throws NotFoundException if nothing is in conflict about it
   * @throws FxdException if a file is needed, and the node is none
   * @throws RefusedException if a hook refuses
   */
  Change resolve(NodeId id, Node node, Origin origin);
}
