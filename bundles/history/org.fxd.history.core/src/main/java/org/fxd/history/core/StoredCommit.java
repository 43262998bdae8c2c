package org.fxd.history.core;

import java.util.List;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;

/**
 * A commit with all that its encoding says.
 *
 * @param commit what everybody sees
 * @param generation one more than the largest of its parents', and 1 without parents: a commit's is
 *     always larger than any of its ancestors', so walks know where they may stop
 */
public record StoredCommit(Commit commit, long generation) {
  /** The same with other headers; its id is still that of this one. */
  public StoredCommit withHeaders(List<Header> headers) {
    Commit other =
        new Commit(
            commit.id(),
            commit.root(),
            commit.parents(),
            commit.author(),
            commit.authored(),
            commit.committer(),
            commit.committed(),
            commit.message(),
            headers);
    return new StoredCommit(other, generation);
  }
}
