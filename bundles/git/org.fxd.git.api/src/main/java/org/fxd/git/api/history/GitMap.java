package org.fxd.git.api.history;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which Git commit is which commit of a project: those that were imported, and those that were
 * exported. A service with the property {@code fxd.project}; safe for use by any number of threads.
 */
@ProviderType
public interface GitMap {
  /**
   * A pair.
   *
   * @param git the commit in Git
   * @param commit the commit in the project
   */
  record Pair(GitId git, Hash commit) {}

  /** The Git commit that a commit came from or went to. */
  Optional<GitId> gitOf(Hash commit);

  /** The commit that a Git commit became, or was made of; only if the project still has it. */
  Optional<Hash> commitOf(GitId git);

  /**
   * The pairs whose Git ids begin with some digits, in the order of Git ids.
   *
   * @param digits 1 to 40 hexadecimal digits
   * @param most how many at most
   * @throws IllegalArgumentException if they are no such digits
   */
  List<Pair> startingWith(String digits, int most);
}
