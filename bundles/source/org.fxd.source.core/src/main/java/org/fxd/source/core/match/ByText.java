package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;

/** The first step: the same type and text is the same snippet. */
final class ByText {
  private final Pairs pairs;
  private final Likeness likeness;
  private final Cancellation cancellation;

  ByText(Pairs pairs, Likeness likeness, Cancellation cancellation) {
    this.pairs = pairs;
    this.likeness = likeness;
    this.cancellation = cancellation;
  }

  /**
   * Pairs equal pieces of one file: those of one qualified name, and those of which there are as
   * many as before, in order. Which of several is left is decided later, by what is around them.
   */
  void within(Outline before, Outline after) {
    match(pairs.free(before), pairs.free(after), false);
  }

  /** The same, for those that earlier steps have left, in order. */
  void rest(List<Piece> before, List<Piece> after) {
    match(before, after, true);
  }

  /**
   * Pairs equal pieces of all files, if their text says enough. One whose name is still there, with
   * a text that is close, was edited and has not moved: the equal one elsewhere is a copy.
   */
  void across(List<FileMatch> files) {
    List<Piece> after = new ArrayList<>();
    Set<PieceText> texts = new HashSet<>();
    for (FileMatch file : files) {
      for (Piece piece : pairs.free(file.after())) {
        if (PieceText.isDistinctive(piece)) {
          after.add(piece);
          texts.add(new PieceText(piece));
        }
      }
    }
    List<Piece> before = new ArrayList<>();
    for (FileMatch file : files) {
      Map<String, Piece> named = new HashMap<>();
      for (Piece piece : pairs.free(file.after())) {
        named.putIfAbsent(piece.qualifiedName(), piece);
      }
      for (Piece piece : pairs.free(file.before())) {
        // Last, as it takes longest: mostly no text is there again.
        if (PieceText.isDistinctive(piece)
            && texts.contains(new PieceText(piece))
            && !stays(piece, named.get(piece.qualifiedName()))) {
          before.add(piece);
        }
      }
    }
    match(before, after, true);
  }

  private boolean stays(Piece piece, Piece same) {
    return same != null
        && same.type().equals(piece.type())
        && likeness.of(piece, same) >= Thresholds.STAYS;
  }

  private void match(List<Piece> before, List<Piece> after, boolean greedy) {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    Map<PieceText, List<Piece>> byText = new HashMap<>();
    for (Piece piece : before) {
      cancellation.check();
      byText.computeIfAbsent(new PieceText(piece), key -> new ArrayList<>()).add(piece);
    }
    Map<PieceText, List<Piece>> wanted = new LinkedHashMap<>();
    for (Piece piece : after) {
      cancellation.check();
      PieceText key = new PieceText(piece);
      if (byText.containsKey(key)) {
        wanted.computeIfAbsent(key, k -> new ArrayList<>()).add(piece);
      }
    }
    wanted.forEach((key, group) -> group(byText.get(key), group, greedy));
  }

  private void group(List<Piece> before, List<Piece> after, boolean greedy) {
    Map<String, Piece> named = new HashMap<>();
    for (Piece piece : before) {
      named.put(name(piece), piece);
    }
    for (Piece piece : after) {
      Piece same = named.get(name(piece));
      if (same != null) {
        pairs.pairAll(same, piece, By.TEXT);
      }
    }
    List<Piece> oldRest = before.stream().filter(pairs::isFree).toList();
    List<Piece> newRest = after.stream().filter(pairs::isFree).toList();
    if (greedy || oldRest.size() == newRest.size()) {
      for (int i = 0; i < Math.min(oldRest.size(), newRest.size()); i++) {
        pairs.pairAll(oldRest.get(i), newRest.get(i), By.TEXT);
      }
    }
  }

  private static String name(Piece piece) {
    return piece.qualifiedName() + "~" + piece.ordinal();
  }
}
