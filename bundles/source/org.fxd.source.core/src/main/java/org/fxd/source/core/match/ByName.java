package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Piece;

/**
 * The second step: within containers that are known to be the same, the same name and type is the
 * same snippet; of several, first those with the same parameters, then those most alike. So a class
 * that was renamed keeps its members, once it is known again itself, and overloads may change their
 * order and their text at once.
 */
final class ByName {
  /** With more combinations of one name than this, order decides. */
  private static final int MAX_COMBINATIONS = 400;

  private record Key(String type, Name name) {}

  private record Option(Piece before, Piece after, double score) {}

  private final Pairs pairs;
  private final Likeness likeness;

  ByName(Pairs pairs, Likeness likeness) {
    this.pairs = pairs;
    this.likeness = likeness;
  }

  /** Looks into all containers that got their partner, and into those that get it by that. */
  void run() {
    for (Optional<Piece> next = pairs.nextContainer();
        next.isPresent();
        next = pairs.nextContainer()) {
      Piece after = next.get();
      pairs.before(after).ifPresent(before -> children(before, after));
    }
  }

  private void children(Piece before, Piece after) {
    Map<Key, List<Piece>> named = byName(before);
    if (named.isEmpty()) {
      return;
    }
    byName(after).forEach((key, group) -> overloads(named.getOrDefault(key, List.of()), group));
  }

  private Map<Key, List<Piece>> byName(Piece container) {
    Map<Key, List<Piece>> map = new LinkedHashMap<>();
    for (Piece child : container.children()) {
      if (pairs.isFree(child) && child.name().length() > 0) {
        Key key = new Key(child.type(), child.name());
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(child);
      }
    }
    return map;
  }

  private void overloads(List<Piece> before, List<Piece> after) {
    if (before.size() * (long) after.size() > 1) {
      Map<String, List<Piece>> old = byParameters(before);
      byParameters(after)
          .forEach(
              (parameters, group) -> {
                if (!parameters.isEmpty()) {
                  match(old.getOrDefault(parameters, List.of()), group);
                }
              });
    }
    match(
        before.stream().filter(pairs::isFree).toList(),
        after.stream().filter(pairs::isFree).toList());
  }

  private static Map<String, List<Piece>> byParameters(List<Piece> pieces) {
    Map<String, List<Piece>> map = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      map.computeIfAbsent(Parameters.of(piece), key -> new ArrayList<>()).add(piece);
    }
    return map;
  }

  private void match(List<Piece> before, List<Piece> after) {
    long combinations = before.size() * (long) after.size();
    if (combinations == 1) {
      pairs.pair(before.get(0), after.get(0), By.SIGNATURE);
    } else if (combinations <= MAX_COMBINATIONS) {
      List<Option> options = new ArrayList<>();
      for (Piece old : before) {
        for (Piece piece : after) {
          options.add(new Option(old, piece, likeness.of(old, piece)));
        }
      }
      options.sort(Comparator.comparingDouble(Option::score).reversed());
      for (Option option : options) {
        By by = option.score() >= Thresholds.WITHIN ? By.SIMILARITY : By.PLACE;
        pairIfFree(option.before(), option.after(), by);
      }
    } else {
      for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
        pairIfFree(before.get(i), after.get(i), By.PLACE);
      }
    }
  }

  private void pairIfFree(Piece before, Piece after, By by) {
    if (pairs.isFree(before) && pairs.isFree(after)) {
      pairs.pair(before, after, by);
    }
  }
}
