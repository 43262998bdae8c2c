package org.fxd.history.api.ref;

import java.util.Optional;
import org.fxd.history.api.Commit;

/** What to check out. */
public sealed interface Target {
  /**
   * What a text means: a branch, which the next commit is then made on, or else a commit by itself.
   *
   * @param text a branch's name, or any revision
   */
  record Revision(String text) implements Target {}

  /** A commit by itself, also where a branch stands at it. */
  record Detached(Commit commit) implements Target {}

  /**
   * A branch that is to be created.
   *
   * @param name as Git's rules for names have it
   * @param at where it begins; empty for what is checked out, also before the first commit
   */
  record NewBranch(String name, Optional<Commit> at) implements Target {}

  /** What was checked out before what is checked out now. */
  record Previous() implements Target {}
}
