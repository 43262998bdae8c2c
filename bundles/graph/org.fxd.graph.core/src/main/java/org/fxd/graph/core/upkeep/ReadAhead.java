package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Reads objects for a walk: some of those that come next with the one that is wanted now. */
final class ReadAhead {
  private static final int TOGETHER = 16;
  private static final int MOST_BYTES = 4 << 20;

  private final Store store;

  ReadAhead(Store store) {
    this.store = store;
  }

  /**
   * What the store says of a step's object; it is not asked if it was read ahead.
   *
   * @param next what comes next, first things first
   */
  Lookup read(Step step, Deque<Step> next) {
    if (step.bytes != null) {
      return new Lookup.Present(step.bytes);
    }
    List<Step> wanted = new ArrayList<>(TOGETHER);
    Iterator<Step> behind = next.iterator();
    for (int looked = 1; looked < TOGETHER && behind.hasNext(); looked++) {
      Step further = behind.next();
      if (further.type != null && further.type != ObjectType.BLOB && further.bytes == null) {
        wanted.add(further);
      }
    }
    List<Hash> hashes = new ArrayList<>(wanted.size() + 1);
    hashes.add(step.hash);
    wanted.forEach(further -> hashes.add(further.hash));
    Map<Hash, Lookup> answers = store.get(hashes);
    int bytes = 0;
    for (Step further : wanted) {
      if (answers.get(further.hash) instanceof Lookup.Present present) {
        bytes += present.bytes().length;
        if (bytes > MOST_BYTES || bytes < 0) {
          break;
        }
        further.bytes = present.bytes();
      }
    }
    return answers.get(step.hash);
  }
}
