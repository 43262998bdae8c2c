package org.fxd.store.sqlite;

import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.sorted.Edit;

/**
 * A transaction that stands in a row of its own.
 *
 * @param id its number; 0 if it has none yet
 * @param objects what it wrote
 * @param refs the references that it moved; {@link Hash#ZERO} for those it removed
 * @param index its edits of the index, in the order of their keys, each key once
 * @param weight how many bytes all of that takes, with {@value #EACH} for each of its parts
 */
record LooseTransaction(
    long id, List<LooseObject> objects, Map<String, Hash> refs, List<Edit> index, long weight) {
  /** What a part takes in memory beside its bytes. */
  private static final int EACH = 100;

  LooseTransaction {
    objects = List.copyOf(objects);
    refs = Map.copyOf(refs);
    index = List.copyOf(index);
  }

  /**
   * A transaction.
   *
   * @param bytes how many bytes its parts have
   */
  static LooseTransaction of(
      long id, List<LooseObject> objects, Map<String, Hash> refs, List<Edit> index, long bytes) {
    long weight = bytes + (long) EACH * (objects.size() + refs.size() + index.size());
    return new LooseTransaction(id, objects, refs, index, weight);
  }

  /** The same under a number. */
  LooseTransaction numbered(long number) {
    return new LooseTransaction(number, objects, refs, index, weight);
  }
}
