package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.core.text.Piece;

/**
 * How many lines left which old piece and came to which new one. A line that is where it was has
 * not left, whoever else has it now: what is made of it is a copy, not a part. Members that changed
 * their container count with all their lines.
 */
final class Flows {
  private record Loss(Piece piece, int count) {}

  private final Pairs pairs;
  private final Lines lines;
  private final Cancellation cancellation;
  private final Map<Long, List<Loss>> losses = new HashMap<>();

  // In the order in which the pieces stand: what is decided by them must not hang on chance.
  private final Map<Piece, Map<Piece, Integer>> toNew = new LinkedHashMap<>();
  private final Map<Piece, Map<Piece, Integer>> fromOld = new LinkedHashMap<>();

  Flows(Pairs pairs, Lines lines, List<FileMatch> files, Cancellation cancellation) {
    this.pairs = pairs;
    this.lines = lines;
    this.cancellation = cancellation;
    for (FileMatch file : files) {
      file.before().snippets().forEach(this::lose);
    }
    for (FileMatch file : files) {
      file.after().snippets().forEach(this::gain);
    }
  }

  /** The new pieces that have lines from old ones, and how many from each. */
  Map<Piece, Map<Piece, Integer>> toNew() {
    return toNew;
  }

  /** The old pieces that gave lines to new ones, and how many to each. */
  Map<Piece, Map<Piece, Integer>> fromOld() {
    return fromOld;
  }

  /** The other end of a piece's largest flow, the first of several. */
  static Optional<Piece> largest(Map<Piece, Integer> flows) {
    Piece best = null;
    for (Map.Entry<Piece, Integer> flow : flows.entrySet()) {
      if (best == null || flow.getValue() > flows.get(best)) {
        best = flow.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  private void lose(Piece before) {
    cancellation.check();
    rest(before, pairs.after(before))
        .forEach(
            (line, count) ->
                losses
                    .computeIfAbsent(line, key -> new ArrayList<>(2))
                    .add(new Loss(before, count)));
  }

  private void gain(Piece after) {
    cancellation.check();
    rest(after, pairs.before(after))
        .forEach(
            (line, count) -> {
              List<Loss> owners = losses.getOrDefault(line, List.of());
              if (owners.size() <= Thresholds.MOST_OWNERS) {
                owners.forEach(loss -> flow(loss.piece(), after, Math.min(loss.count(), count)));
              }
            });
    moved(after)
        .ifPresent(
            from -> {
              Piece member = pairs.before(after).orElseThrow();
              int most = Math.min(lines.total(member), lines.total(after));
              flow(from, after.parent().orElseThrow(), most);
            });
  }

  /** The container that a member left, if it went from one to another that is not the same. */
  private Optional<Piece> moved(Piece after) {
    Optional<Piece> to = after.parent().filter(parent -> parent.depth() >= 0);
    return pairs
        .before(after)
        .flatMap(Piece::parent)
        .filter(from -> from.depth() >= 0 && to.isPresent())
        .filter(from -> pairs.before(to.get()).filter(was -> was == from).isEmpty());
  }

  private void flow(Piece from, Piece to, int count) {
    if (count > 0) {
      toNew.computeIfAbsent(to, key -> new LinkedHashMap<>()).merge(from, count, Integer::sum);
      fromOld.computeIfAbsent(from, key -> new LinkedHashMap<>()).merge(to, count, Integer::sum);
    }
  }

  /** The lines of a piece that its partner does not have. */
  private Map<Long, Integer> rest(Piece piece, Optional<Piece> partner) {
    if (partner.isEmpty()) {
      return lines.of(piece);
    }
    if (piece.length() == partner.get().length() && PieceText.equal(piece, partner.get())) {
      return Map.of();
    }
    Map<Long, Integer> other = lines.of(partner.get());
    Map<Long, Integer> rest = new LinkedHashMap<>();
    lines
        .of(piece)
        .forEach(
            (line, count) -> {
              int more = count - other.getOrDefault(line, 0);
              if (more > 0) {
                rest.put(line, more);
              }
            });
    return rest;
  }
}
