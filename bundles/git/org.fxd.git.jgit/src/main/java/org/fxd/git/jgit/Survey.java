package org.fxd.git.jgit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What a walk found.
 *
 * @param root the imported folder
 * @param ignored how many files and folders an ignore file names
 * @param skipped what could not be looked at, each with its path and why
 */
record Survey(Found root, long ignored, List<String> skipped) {
  /** Everything below the root of some types, folders before what stands in them, by path. */
  List<Found> all(Found.Type... types) {
    List<Found.Type> wanted = List.of(types);
    List<Found> all = new ArrayList<>();
    Deque<Found> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Found found = open.pop();
      if (found != root && wanted.contains(found.type())) {
        all.add(found);
      }
      for (int i = found.children().size() - 1; i >= 0; i--) {
        open.push(found.children().get(i));
      }
    }
    return all;
  }
}
