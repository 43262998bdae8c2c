package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Value;

/**
 * What is said of one field: n values that were added, n − 1 that were removed. One added value and
 * none removed is no conflict. Always simplified: no value is on both lists.
 *
 * @param adds in the order of the sides
 * @param removes in the order of what the sides came of
 */
record Terms(List<Value> adds, List<Value> removes) {
  Terms {
    List<Value> more = new ArrayList<>();
    List<Value> less = new ArrayList<>(removes);
    for (Value add : adds) {
      if (!less.remove(add)) {
        more.add(add);
      }
    }
    adds = List.copyOf(more);
    removes = List.copyOf(less);
  }

  /** Stands for what the sides came of, where that cannot be told. */
  static final Value UNTOLD = Value.NULL;

  /** What is said where there is no conflict. */
  static Terms of(Value value) {
    return new Terms(List.of(value), List.of());
  }

  /** What two sides say that came of one base. */
  static Terms merged(Terms base, Terms ours, Terms theirs) {
    List<Value> adds = new ArrayList<>(ours.adds);
    adds.addAll(base.removes);
    adds.addAll(theirs.adds);
    List<Value> removes = new ArrayList<>(ours.removes);
    removes.addAll(base.adds);
    removes.addAll(theirs.removes);
    Terms terms = new Terms(adds, removes);
    return terms.isAgreed() ? of(terms.adds.get(0)) : terms;
  }

  /** Whether all sides say the same: then it does not matter what they came of. */
  private boolean isAgreed() {
    return adds.stream().distinct().count() == 1;
  }

  boolean isResolved() {
    return adds.size() == 1;
  }

  /** Whether these can be the terms of a conflict: lists from a file may be anything. */
  boolean isConflict() {
    return adds.size() > 1 && removes.size() == adds.size() - 1;
  }

  /** The value, where there is one. */
  Value value() {
    return adds.get(0);
  }
}
