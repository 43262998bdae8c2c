package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Piece;

/**
 * The fourth step: what was split and what was merged, by the lines that left one piece and came to
 * another.
 *
 * <p>A name is stronger than size: a function of which most was moved out into a new one is still
 * itself, as all who call it know. Where no name was kept, the largest part of what was split is
 * what it was, and what was merged is what gave most.
 */
final class ByParts {
  private final Pairs pairs;
  private final Lines lines = new Lines();
  private final Cancellation cancellation;
  private final Map<Piece, List<Piece>> sources = new HashMap<>();

  ByParts(Pairs pairs, Cancellation cancellation) {
    this.pairs = pairs;
    this.cancellation = cancellation;
  }

  /** Looks into files whose pieces have been matched by all that tells more. */
  void run(List<FileMatch> files) {
    boolean open =
        files.stream()
            .anyMatch(
                file ->
                    file.before().snippets().stream().anyMatch(p -> !pairs.hasPartner(p))
                        || file.after().snippets().stream().anyMatch(p -> !pairs.hasPartner(p)));
    if (open) {
      Flows flows = new Flows(pairs, lines, files, cancellation);
      merges(flows).forEach((to, given) -> merge(to, given, flows));
      splits(flows).forEach((from, parts) -> split(from, parts, flows));
    }
  }

  /** The old pieces, besides the one it was, whose text a new piece is made of. */
  List<Piece> sources(Piece after) {
    return sources.getOrDefault(after, List.of());
  }

  /** The old pieces that are gone and of which most is in one new piece, by that piece. */
  private Map<Piece, List<Piece>> merges(Flows flows) {
    Map<Piece, List<Piece>> merges = new LinkedHashMap<>();
    flows
        .fromOld()
        .forEach(
            (from, given) -> {
              Piece to = Flows.largest(given).orElseThrow();
              if (!pairs.hasPartner(from) && isMost(given.get(to), from)) {
                merges.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
              }
            });
    return merges;
  }

  private void merge(Piece to, List<Piece> given, Flows flows) {
    Map<Piece, Integer> counts = flows.toNew().get(to);
    Piece most = given.stream().max(Comparator.comparing(counts::get)).orElseThrow();
    List<Piece> others = new ArrayList<>(given);
    if (!pairs.hasPartner(to)) {
      boolean several = given.size() > 1;
      if (!several || !pairs.isFree(to) || !pairs.isFree(most)) {
        // One that went into something larger: similarity and place say what is to be said.
        return;
      }
      pairs.pair(most, to, By.MERGED);
      others.remove(most);
    } else if (mayTakeOver(to) && pairs.isFree(most)) {
      Piece was = pairs.before(to).orElseThrow();
      int own = lines.common(was, to);
      if (counts.get(most) > own) {
        pairs.part(to);
        pairs.pair(most, to, By.MERGED);
        others.remove(most);
        if (isMost(own, was)) {
          others.add(was);
        }
      }
    }
    others.forEach(pairs::settle);
    sources.put(to, others);
  }

  /** The new pieces that are mostly made of one old piece, by that piece. */
  private Map<Piece, List<Piece>> splits(Flows flows) {
    Map<Piece, List<Piece>> splits = new LinkedHashMap<>();
    flows
        .toNew()
        .forEach(
            (to, taken) -> {
              Piece from = Flows.largest(taken).orElseThrow();
              if (pairs.isFree(to) && isMost(taken.get(from), to)) {
                splits.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
              }
            });
    return splits;
  }

  private void split(Piece from, List<Piece> parts, Flows flows) {
    Map<Piece, Integer> counts = flows.fromOld().get(from);
    Piece largest = parts.stream().max(first(counts)).orElseThrow();
    List<Piece> others = new ArrayList<>(parts);
    Optional<Piece> kept = pairs.after(from);
    if (kept.isEmpty()) {
      if (parts.size() == 1 && pairs.isFree(from)) {
        // The only part that is left: similarity and place say what is to be said.
        return;
      }
      if (pairs.isFree(from)) {
        pairs.pair(from, largest, By.SPLIT);
        others.remove(largest);
      }
    } else if (mayTakeOver(kept.get()) && counts.get(largest) > lines.common(from, kept.get())) {
      pairs.part(kept.get());
      pairs.pair(from, largest, By.SPLIT);
      others.remove(largest);
      if (isMost(lines.common(from, kept.get()), kept.get())) {
        others.add(kept.get());
      }
    }
    for (Piece part : others) {
      pairs.settle(part);
      sources.put(part, List.of(from));
    }
  }

  /** Of several with as much the first. */
  private static Comparator<Piece> first(Map<Piece, Integer> counts) {
    return Comparator.<Piece, Integer>comparing(counts::get)
        .thenComparing(Piece::start, Comparator.reverseOrder());
  }

  /** Whether the partner of a new piece was a guess, and can be another without its members. */
  private boolean mayTakeOver(Piece after) {
    return pairs.reason(after) == By.SIMILARITY
        && after.children().isEmpty()
        && pairs.before(after).orElseThrow().children().isEmpty()
        && !pairs.before(after).orElseThrow().name().equals(after.name());
  }

  private boolean isMost(int count, Piece of) {
    return count >= Thresholds.FEWEST_LINES && count >= Thresholds.PART * lines.total(of);
  }
}
