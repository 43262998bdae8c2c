package org.fxd.history.core;

import org.fxd.history.api.Commit;

/**
 * A commit with all that its encoding says.
 *
 * @param commit what everybody sees
 * @param generation one more than the largest of its parents', and 1 without parents: a commit's is
 *     always larger than any of its ancestors', so walks know where they may stop
 */
public record StoredCommit(Commit commit, long generation) {}
