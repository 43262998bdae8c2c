package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.source.core.text.Piece;

/**
 * Finds out which old snippet is which new one, for files that changed together: by equal text, by
 * name, by similarity, by place, each in what the steps before have left. The result is a pure
 * function of the files in their order.
 */
public final class Matching {
  private static final double WITHIN = 0.33;
  private static final double ACROSS = 0.5;

  private final List<FileMatch> files;
  private final Pairs pairs = new Pairs();
  private final Likeness likeness = new Likeness();
  private final ByText texts = new ByText(pairs, likeness);
  private final ByName names = new ByName(pairs, likeness);
  private final BySimilarity similar = new BySimilarity(pairs, likeness);

  public Matching(List<FileMatch> files) {
    this.files = List.copyOf(files);
    for (FileMatch file : files) {
      if (file.stayed()) {
        pairs.pair(file.before().file(), file.after().file());
      }
    }
  }

  /** Says beforehand that an old piece is a new one. */
  public void know(Piece before, Piece after) {
    pairs.pair(before, after);
  }

  /** Says beforehand that an old piece is gone, with all that was in it. */
  public void gone(Piece before) {
    pairs.remove(before);
  }

  /** Whether, with equal texts paired within files, some old piece is still to be found. */
  public boolean matchEqual() {
    boolean left = false;
    for (FileMatch file : files) {
      if (file.stayed()) {
        texts.within(file.before(), file.after());
      }
      left |= file.before().snippets().stream().anyMatch(pairs::isFree);
    }
    return left;
  }

  /** Does all that {@link #matchEqual} has left to do, new files included. */
  public void matchRest(List<FileMatch> added) {
    List<FileMatch> all = new ArrayList<>(files);
    all.addAll(added);
    texts.across(all);
    names.run();
    for (FileMatch file : files) {
      similarity(List.of(file), WITHIN);
    }
    if (all.size() > 1) {
      similarity(all, ACROSS);
    }
    for (FileMatch file : files) {
      texts.rest(pairs.free(file.before()), pairs.free(file.after()));
    }
    names.run();
    ByPlace places = new ByPlace(pairs, names);
    for (FileMatch file : all) {
      places.run(file.after().file());
    }
  }

  /** Containers first: once they are known, their members' names tell more than their texts. */
  private void similarity(List<FileMatch> scope, double threshold) {
    Predicate<Piece> isContainer = piece -> !piece.children().isEmpty();
    similar.match(before(scope, isContainer), after(scope, isContainer), threshold);
    names.run();
    similar.match(before(scope, piece -> true), after(scope, piece -> true), threshold);
    names.run();
  }

  private List<Piece> before(List<FileMatch> scope, Predicate<Piece> which) {
    return scope.stream()
        .flatMap(file -> file.before().snippets().stream())
        .filter(pairs::isFree)
        .filter(which)
        .toList();
  }

  private List<Piece> after(List<FileMatch> scope, Predicate<Piece> which) {
    return scope.stream()
        .flatMap(file -> file.after().snippets().stream())
        .filter(pairs::isFree)
        .filter(which)
        .toList();
  }

  /** What a new piece was; empty if it is new. */
  public Optional<Piece> before(Piece after) {
    return pairs.before(after);
  }

  /** Whether a piece and all in it is what it was, byte for byte and piece for piece. */
  public boolean unchanged(Piece after) {
    Optional<Piece> before = pairs.before(after);
    return before.isPresent()
        && before.get().type().equals(after.type())
        && before.get().length() == after.length()
        && PieceText.equal(before.get(), after)
        && sameInside(before.get(), after);
  }

  private boolean sameInside(Piece before, Piece after) {
    List<Piece> inner = before.children();
    if (inner.size() != after.children().size()) {
      return false;
    }
    for (int i = 0; i < inner.size(); i++) {
      Piece was = inner.get(i);
      Piece is = after.children().get(i);
      if (pairs.before(is).filter(piece -> piece == was).isEmpty()
          || !was.name().equals(is.name())
          || !Pairs.sameShape(was, is)
          || !sameInside(was, is)) {
        return false;
      }
    }
    return true;
  }
}
