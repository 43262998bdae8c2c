package org.fxd.git.api.history;

import java.util.List;

/**
 * What is exported, and how.
 *
 * @param branches the names of the branches, which {@code *} may stand in; all branches and tags if
 *     none is given
 * @param conflicts what becomes of commits that hold conflicts
 * @param force whether branches that went another way are overwritten
 * @param carry whether what Git cannot say (ids, metadata, groups, views) goes along, in {@code
 *     refs/fxd/}
 * @param bare whether a repository that is made has no work tree
 */
public record ExportOptions(
    List<String> branches, Conflicts conflicts, boolean force, boolean carry, boolean bare) {
  /** What becomes of a commit that holds conflicts. */
  public enum Conflicts {
    /** Nothing is exported; the error names the commit. */
    REFUSED,
    /** Files are written with their markers. */
    RENDERED
  }

  /** Everything, with what Git cannot say; conflicts refused, nothing overwritten. */
  public static final ExportOptions ALL =
      new ExportOptions(List.of(), Conflicts.REFUSED, false, true, false);

  public ExportOptions {
    branches = List.copyOf(branches);
  }
}
