package org.fxd.history.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.store.api.HashPrefix;

/**
 * Finds commits by the first digits of their ids. Whatever commit is there is meant, as with all of
 * its digits: also one that no name leads to, such as one that was amended. Where several begin so,
 * those count that names lead to, if there are any.
 */
final class CommitDigits {
  /** How many are asked for: no more are ever told apart. */
  private static final int MOST = 100;

  private static final int LISTED = 5;

  private final Commits commits;

  CommitDigits(Commits commits) {
    this.commits = commits;
  }

  /**
   * The commit that some digits mean in a state of the project; empty if they are none, or no
   * commit begins so.
   *
   * @throws UsageException if several begin so
   */
  Optional<Commit> find(State state, String typed) {
    Optional<HashPrefix> digits = HashPrefix.of(typed);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    if (digits.get().whole().isPresent()) {
      return digits.get().whole().map(commits::get).map(StoredCommit::commit);
    }
    List<StoredCommit> found = commits.startingWith(digits.get(), MOST);
    if (found.size() > 1) {
      Set<StoredCommit> named = new ReachableCommits(commits, state).among(found);
      found = named.isEmpty() ? found : List.copyOf(named);
    }
    if (found.size() > 1) {
      throw ambiguous(typed, found);
    }
    return found.stream().findFirst().map(StoredCommit::commit);
  }

  private static UsageException ambiguous(String digits, List<StoredCommit> found) {
    List<String> ids = new ArrayList<>();
    for (StoredCommit stored : found.subList(0, Math.min(LISTED, found.size()))) {
      String id = stored.commit().id().toString();
      ids.add(id.substring(0, Math.min(id.length(), digits.length() + 6)));
    }
    return new UsageException(
        "The ids of " + found.size() + " commits begin with '" + digits + "'.",
        "Give more digits: " + String.join(", ", ids) + (found.size() > LISTED ? ", …" : ""));
  }
}
