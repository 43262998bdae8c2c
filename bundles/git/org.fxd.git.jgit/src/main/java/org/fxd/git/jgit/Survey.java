package org.fxd.git.jgit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a walk found.
 *
 * @param root the imported folder
 * @param ignored how many files and folders an ignore file names
 * @param skipped what could not be looked at, each with its path and why
 */
record Survey(Found root, long ignored, List<String> skipped) {
  /**
   * What stands below the root of some types, folders before what stands in them, by path. What is
   * in folders that are found to be unchanged is not among it.
   */
  List<Found> all(Found.Type... types) {
    return below(found -> !found.isUnchanged(), List.of(types));
  }

  /** Everything below the root of some types, likewise. */
  List<Found> everything(Found.Type... types) {
    return below(found -> true, List.of(types));
  }

  private List<Found> below(Predicate<Found> into, List<Found.Type> wanted) {
    List<Found> all = new ArrayList<>();
    Deque<Found> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Found found = open.pop();
      if (found != root && wanted.contains(found.type())) {
        all.add(found);
      }
      if (into.test(found)) {
        for (int i = found.children().size() - 1; i >= 0; i--) {
          open.push(found.children().get(i));
        }
      }
    }
    return all;
  }
}
