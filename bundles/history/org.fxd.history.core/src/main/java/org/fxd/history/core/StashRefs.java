package org.fxd.history.core;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.State;

/** The references under which work that was put away is kept. */
final class StashRefs {
  static final String PREFIX = "refs/stash/";

  private StashRefs() {}

  static String of(int number) {
    return PREFIX + number;
  }

  /** The pieces by number, the newest first; what others put under such names is left alone. */
  static SortedMap<Integer, Hash> in(State state) {
    SortedMap<Integer, Hash> pieces = new TreeMap<>(Comparator.reverseOrder());
    for (String ref : state.refs(PREFIX).keySet()) {
      Optional<Hash> target = state.resolve(ref);
      number(ref.substring(PREFIX.length()))
          .ifPresent(number -> target.ifPresent(hash -> pieces.put(number, hash)));
    }
    return pieces;
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
