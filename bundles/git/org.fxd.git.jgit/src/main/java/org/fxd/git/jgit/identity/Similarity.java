package org.fxd.git.jgit.identity;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;

/** How much of two contents is alike, by lines, as Git measures it to find renames. */
final class Similarity {
  /** From here on, two contents are one file that moved. Git's own threshold. */
  static final int ENOUGH = 50;

  private final SimilarityIndex index;

  private Similarity(SimilarityIndex index) {
    this.index = index;
  }

  /** The measure of a content; empty if it has too many different lines. */
  static Optional<Similarity> of(byte[] content) {
    try {
      return Optional.of(
          new Similarity(
              SimilarityIndex.create(new ObjectLoader.SmallObject(Constants.OBJ_BLOB, content))));
    } catch (SimilarityIndex.TableFullException | IOException e) {
      // Too varied to measure, and there is no reading that could fail: it is like nothing else.
      return Optional.empty();
    }
  }

  /** From 0 to 100. */
  int score(Similarity other) {
    return index.score(other.index, 100);
  }
}
