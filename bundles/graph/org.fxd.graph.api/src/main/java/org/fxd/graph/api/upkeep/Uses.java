package org.fxd.graph.api.upkeep;

import java.util.List;
import org.fxd.graph.api.Hash;

/**
 * Where an object is of use, and so what is lost with it.
 *
 * @param newest whether the newest state needs it
 * @param paths files and snippets that it is, or is a part of, in the newest state, in commits or,
 *     if it is in neither, in states that undo leads to; at most {@link #MOST}
 * @param morePaths whether there may be others
 * @param commits the commits that need it, newest first; at most {@link #MOST}
 * @param commitCount how many there are in all
 * @param operations how many operations have a state before or after that needs it
 */
public record Uses(
    boolean newest,
    List<String> paths,
    boolean morePaths,
    List<Hash> commits,
    long commitCount,
    long operations) {
  /** How many are told one by one. */
  public static final int MOST = 10;

  public Uses {
    paths = List.copyOf(paths);
    commits = List.copyOf(commits);
  }
}
