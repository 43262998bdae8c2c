package org.fxd.graph.core.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;

/**
 * What a transaction wants.
 *
 * @param base the state it began with
 * @param changed the node of the state that this became
 * @param fields what is to be said of the operation
 * @param depends the references that must still lead where they led in {@code base}
 * @param trees what is to be stored though that state does not hold it
 * @param attached objects that are no nodes, by their hashes
 * @param streamed content that is in the batch already
 * @param collections how many collections there had been when it began
 */
record Edited(
    ProjectState base,
    Node changed,
    SortedMap<String, String> fields,
    Set<String> depends,
    List<Node> trees,
    Map<Hash, byte[]> attached,
    Set<Hash> streamed,
    int collections) {
  /**
   * Checks that the references it depends on did not move.
   *
   * @throws ConflictException if one did; the message names it
   */
  void checkDepends(ProjectState now) {
    for (String name : depends) {
      if (!base.resolve(name).equals(now.resolve(name))) {
        throw new ConflictException(
            "The reference '" + name + "' was moved by another change meanwhile.",
            "Look at what it is now, and try again.");
      }
    }
  }
}
