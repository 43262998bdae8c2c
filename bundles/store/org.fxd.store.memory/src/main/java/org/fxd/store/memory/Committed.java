package org.fxd.store.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;

/**
 * References and index as one batch left them. Immutable; in one value, so that nobody sees half of
 * a batch.
 */
record Committed(Map<String, Hash> refs, MemoryIndex index) {
  /** As they are at the beginning. */
  static final Committed NOTHING = new Committed(Map.of(), MemoryIndex.EMPTY);

  /**
   * As they are when a batch has changed them.
   *
   * @throws ConflictException if a reference does not hold what was expected
   */
  Committed with(List<MemoryBatch.RefChange> changes, List<IndexEdit> edits) {
    Map<String, Hash> next = new HashMap<>(refs);
    for (MemoryBatch.RefChange change : changes) {
      Hash held = next.getOrDefault(change.name(), Hash.ZERO);
      if (!held.equals(change.expected())) {
        throw new ConflictException(
            "The reference '" + change.name() + "' changed meanwhile; nothing was written.");
      }
      next.put(change.name(), change.next());
    }
    next.values().removeIf(Hash.ZERO::equals);
    return new Committed(Map.copyOf(next), index.with(edits));
  }

  /** How references moved from one moment to a later one. */
  static List<Moves.Move> between(Committed before, Committed after) {
    List<Moves.Move> moves = new ArrayList<>();
    before.refs.forEach(
        (name, held) -> {
          Hash holds = after.refs.getOrDefault(name, Hash.ZERO);
          if (!holds.equals(held)) {
            moves.add(new Moves.Move(name, held, holds));
          }
        });
    after.refs.forEach(
        (name, holds) -> {
          if (!before.refs.containsKey(name)) {
            moves.add(new Moves.Move(name, Hash.ZERO, holds));
          }
        });
    return moves;
  }
}
