package org.fxd.graph.core.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * Checks that no reference it depends on was moved, not even there and back: what was decided by
   * it, such as what of the tree is committed, would not hold any more.
   *
   * @param between the states since {@code base}; empty if they are not known
   * @throws ConflictException if one was; the message names it
   */
  void checkDepends(Optional<List<ProjectState>> between) {
    for (String name : depends) {
      if (between.isEmpty() || between.get().stream().anyMatch(state -> moved(state, name))) {
        throw new ConflictException(
            "The reference '" + name + "' was moved by another change meanwhile.",
            "Look at what it is now, and try again.");
      }
    }
  }

  private boolean moved(ProjectState state, String name) {
    return !base.resolve(name).equals(state.resolve(name))
        || !base.ref(name).equals(state.ref(name));
  }
}
