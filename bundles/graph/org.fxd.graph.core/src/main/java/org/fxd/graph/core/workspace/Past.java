package org.fxd.graph.core.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.core.node.SmallTree;
import org.fxd.graph.core.past.PastStore;
import org.fxd.store.api.Store;

/**
 * How a project was.
 *
 * @param label what tells it from others, for a person
 * @param operation the newest operation then
 * @param more objects that the project's store does not have
 * @param kept what must not be collected while it is looked at
 */
record Past(String label, Hash operation, Map<Hash, byte[]> more, List<Hash> kept) {
  /** After an operation of the log. */
  static Past after(Operation operation) {
    return new Past(
        "op:" + operation.id().brief(),
        operation.id(),
        Map.of(),
        List.of(operation.id(), operation.after()));
  }

  /**
   * With some root: what was then besides, such as other branches, is not known.
   *
   * @param head what was checked out
   * @param now the newest operation of the project
   */
  static Past with(String label, Node root, Hash head, Operation now) {
    Node state =
        StateEdit.with(
            StateEdit.first(State.BRANCHES), root, Map.of(State.HEAD, Optional.of(Ref.to(head))));
    Map<Hash, byte[]> more = new HashMap<>(SmallTree.encoded(state));
    Operation seen =
        new Operation(
            Hash.ZERO,
            List.of(),
            new NodeId(0, 0),
            now.time(),
            now.counter(),
            new Origin("", ""),
            label,
            Hash.ZERO,
            state.hash());
    byte[] bytes = OperationCodec.encode(seen);
    Hash id = Hash.ofContent(bytes);
    more.put(id, bytes);
    return new Past(label, id, more, List.of(root.hash(), head));
  }

  Store of(Store live) {
    return new PastStore(live, operation, more, kept);
  }
}
