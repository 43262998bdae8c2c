package org.fxd.history.api.ask;

import java.util.Optional;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Commit;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds the commit that broke something, by halves: between one that is known to be bad and those
 * that are known to be good, it names the commit that leaves the fewest, whatever it turns out to
 * be. A service with the property {@code fxd.project}; safe for use by any number of threads.
 *
 * <p>What is known is kept in references below {@value #REFS}, so each answer is one operation that
 * can be undone, and the search outlasts the program. What is checked out is for the caller to
 * choose.
 *
 * <p>Methods that change something throw {@link RefusedException} if a hook refuses.
 */
@ProviderType
public interface Bisect {
  /** What the references begin with that the search is kept in. */
  String REFS = "refs/bisect/";

  /** What someone found out about a commit. */
  enum Answer {
    /** It works. */
    GOOD,
    /** It does not. */
    BAD,
    /** It cannot be tried. */
    SKIPPED
  }

  /**
   * Where a search stands.
   *
   * @param bad the commit that is known to be bad
   * @param next the commit to try; empty if there is nothing left to try
   * @param left how many commits may still have broken it, the bad one among them; if it is one,
   *     that has
   * @param steps about how many more have to be tried
   */
  record Standing(Optional<Commit> bad, Optional<Commit> next, int left, int steps) {
    /** The commit that broke it, if that is known. */
    public Optional<Commit> found() {
      return left == 1 ? bad : Optional.empty();
    }
  }

  /** Where the search stands; empty if there is none, or neither good nor bad is known yet. */
  Optional<Standing> standing();

  /** What was checked out when the search began: a branch's name or a commit's id. */
  Optional<String> begunAt();

  /**
   * Begins a search.
   *
   * @throws FxdException if there is one already
   */
  void start(Origin origin);

  /**
   * Takes in what was found out about a commit.
   *
   * @throws FxdException if no search was begun, or a good commit does not come before the bad one
   * @throws ConflictException if someone else answered meanwhile
   */
  Standing answer(Commit commit, Answer answer, Origin origin);

  /** Ends the search and forgets what was found out. Does nothing if there is none. */
  void reset(Origin origin);
}
