package org.fxd.git.api.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a repository is taken in.
 *
 * @param remote the name under which its branches are remembered: {@code refs/remotes/NAME/}
 * @param branches the names of the branches that are wanted, which {@code *} may stand in; all if
 *     none is given
 * @param depth how many commits of each branch at most; all if empty
 * @param checkOut the branch to check out where the project has no commit yet; empty for the one
 *     that the repository has checked out
 */
public record HistoryOptions(
    String remote, List<String> branches, OptionalInt depth, Optional<String> checkOut) {
  /** Everything, remembered as {@code origin}. */
  public static final HistoryOptions ALL =
      new HistoryOptions("origin", List.of(), OptionalInt.empty(), Optional.empty());

  public HistoryOptions {
    branches = List.copyOf(branches);
  }
}
