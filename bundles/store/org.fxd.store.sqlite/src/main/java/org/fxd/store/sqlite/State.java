package org.fxd.store.sqlite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.Space;

/**
 * What a store is as of one moment, as far as it does not stand in the tables alone. Immutable.
 *
 * @param epoch how often it was changed what stands where; says which rows of the tables belong to
 *     it
 * @param last the number of the last transaction
 * @param refs the references that transactions moved which stand by themselves; {@link Hash#ZERO}
 *     for those they removed
 * @param index the edits of the index that those transactions made
 * @param objectRuns where objects are, the newest run first
 * @param indexRuns the index without those edits, the newest run first
 */
record State(
    long epoch,
    long last,
    Map<String, Hash> refs,
    Overlay index,
    List<Run> objectRuns,
    List<Run> indexRuns) {
  State {
    refs = Map.copyOf(refs);
    objectRuns = List.copyOf(objectRuns);
    indexRuns = List.copyOf(indexRuns);
  }

  /** A state of which only the tables tell. */
  static State of(long epoch, long last, List<Run> objectRuns, List<Run> indexRuns) {
    return new State(epoch, last, Map.of(), Overlay.EMPTY, objectRuns, indexRuns);
  }

  /** This state after one more transaction. */
  State with(LooseTransaction transaction) {
    Map<String, Hash> moved = refs;
    if (!transaction.refs().isEmpty()) {
      moved = new HashMap<>(refs);
      moved.putAll(transaction.refs());
    }
    return new State(
        epoch, transaction.id(), moved, index.with(transaction.index()), objectRuns, indexRuns);
  }

  /** The runs of a space, the newest first. */
  List<Run> runs(Space space) {
    return space == Space.OBJECTS ? objectRuns : indexRuns;
  }

  /** This state with other runs: it was changed what stands where. */
  State with(Space space, List<Run> runs) {
    return new State(
        Epoch.next(epoch),
        last,
        refs,
        index,
        space == Space.OBJECTS ? runs : objectRuns,
        space == Space.INDEX ? runs : indexRuns);
  }

  /** What a reference holds, if a transaction says so that stands by itself. */
  Optional<Hash> ref(String name) {
    return Optional.ofNullable(refs.get(name));
  }
}
