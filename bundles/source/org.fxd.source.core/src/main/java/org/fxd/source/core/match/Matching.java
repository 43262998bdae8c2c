package org.fxd.source.core.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Followed.By;
import org.fxd.source.core.text.Piece;

/**
 * Finds out which old snippet is which new one, for files that changed together: by equal text, by
 * name, by similarity, by parts, by place, each in what the steps before have left. The result is a
 * pure function of the files in their order.
 */
public final class Matching {
  private final List<FileMatch> files;
  private final Cancellation cancellation;
  private final Pairs pairs = new Pairs();
  private final Likeness likeness = new Likeness();
  private final ByText texts;
  private final ByName names;
  private final BySimilarity similar;
  private final ByParts parts;

  public Matching(List<FileMatch> files, Cancellation cancellation) {
    this.files = List.copyOf(files);
    this.cancellation = cancellation;
    this.texts = new ByText(pairs, likeness, cancellation);
    this.names = new ByName(pairs, likeness);
    this.similar = new BySimilarity(pairs, likeness, cancellation);
    this.parts = new ByParts(pairs, cancellation);
    for (FileMatch file : files) {
      if (file.stayed()) {
        // Never told of: a file is known by its id.
        pairs.pair(file.before().file(), file.after().file(), By.MARKER);
      }
    }
  }

  /** Says beforehand that an old piece is a new one. */
  public void know(Piece before, Piece after) {
    pairs.pair(before, after, By.MARKER);
  }

  /** Says beforehand that an old piece is gone, with all that was in it. */
  public void gone(Piece before) {
    pairs.remove(before);
  }

  /** Whether nothing is known of a new piece yet. */
  public boolean isFree(Piece after) {
    return pairs.isFree(after);
  }

  /**
   * Does it.
   *
   * @param added new files; asked for only if some old piece is missing from the others
   */
  public void run(Supplier<List<FileMatch>> added) {
    if (!equal()) {
      parts.run(files);
      return;
    }
    List<FileMatch> all = new ArrayList<>(files);
    all.addAll(added.get());
    texts.across(all);
    names.run();
    for (FileMatch file : files) {
      similarity(List.of(file), Thresholds.WITHIN);
    }
    if (all.size() > 1) {
      similarity(all, Thresholds.ACROSS);
    }
    parts.run(all);
    names.run();
    for (FileMatch file : files) {
      texts.rest(pairs.free(file.before()), pairs.free(file.after()));
    }
    names.run();
    ByPlace places = new ByPlace(pairs, names);
    for (FileMatch file : all) {
      cancellation.check();
      places.run(file.after().file());
    }
  }

  /** Pairs equal texts within files; whether some old piece is still to be found then. */
  private boolean equal() {
    boolean left = false;
    for (FileMatch file : files) {
      if (file.stayed()) {
        texts.within(file.before(), file.after());
      }
      left |= file.before().snippets().stream().anyMatch(pairs::isFree);
    }
    return left;
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

  /** What an old piece is; empty if it is gone. */
  public Optional<Piece> after(Piece before) {
    return pairs.after(before);
  }

  /** What decided about a new piece; {@link By#NOTHING} if it is new. */
  public By reason(Piece after) {
    return pairs.reason(after);
  }

  /** The old pieces that a new one was split from or merged of, besides the one that it was. */
  public List<Piece> sources(Piece after) {
    return parts.sources(after);
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
