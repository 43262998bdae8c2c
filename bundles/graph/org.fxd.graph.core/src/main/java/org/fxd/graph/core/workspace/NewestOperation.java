package org.fxd.graph.core.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.store.api.Batch;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** The operation that a project is opened by, and what to do where it is lost. */
public final class NewestOperation {
  private NewestOperation() {}

  /**
   * Goes on in a store whose newest operation is lost.
   *
   * @param last the operation to go on from; empty if there is none
   * @param state a state to be left by a new operation that follows it; if empty, the last one
   *     becomes the newest
   */
  public static void goOn(
      Store store,
      Optional<Operation> last,
      Optional<Hash> state,
      Origin origin,
      String description,
      Clock clock) {
    Hash lost = store.ref(ProjectWorkspace.OPERATION).orElse(Hash.ZERO);
    try (Batch batch = store.begin()) {
      if (state.isEmpty()) {
        batch.ref(ProjectWorkspace.OPERATION, lost, last.orElseThrow().id());
      } else {
        HybridClock ticking = new HybridClock(clock);
        HybridClock.Tick tick = last.map(ticking::after).orElseGet(ticking::first);
        byte[] bytes =
            OperationCodec.encode(
                new Operation(
                    Hash.ZERO,
                    last.map(Operation::id).stream().toList(),
                    last.map(Operation::replica).orElseGet(NodeId::random),
                    tick.time(),
                    tick.counter(),
                    origin,
                    description,
                    last.map(Operation::after).orElse(Hash.ZERO),
                    state.get()));
        Hash id = Hash.ofContent(bytes);
        batch.put(ObjectType.OPERATION, id, bytes);
        batch.ref(ProjectWorkspace.OPERATION, lost, id);
      }
      batch.commit();
    }
  }

  /** The operation that all begins with. Without it there is no state to begin with. */
  static Operation read(Hash id, Store store, String project) {
    Lookup answer = store.get(List.of(id)).get(id);
    String reason = "missing";
    Throwable cause = null;
    if (answer instanceof Lookup.Present present) {
      try {
        return OperationCodec.decode(id, present.bytes());
      } catch (IllegalArgumentException e) {
        reason = "damaged: " + e.getMessage();
        cause = e;
      }
    } else if (answer instanceof Lookup.Corrupt corrupt) {
      reason = "damaged: " + corrupt.reason();
    }
    StoreException failure =
        new DamagedStoreException(
            "Cannot open " + project + ": its newest operation " + id.brief() + " is " + reason,
            "fxd:fsck "
                + Quoting.quote(project)
                + " says what is lost with it; fxd:fsck --salvage "
                + Quoting.quote(project)
                + " makes a project that can be opened of what is whole, and keeps this one beside"
                + " it.",
            false);
    if (cause != null) {
      failure.initCause(cause);
    }
    throw failure;
  }
}
