package org.fxd.git.jgit.object;

import java.time.OffsetDateTime;
import java.util.List;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;

/**
 * What a commit of Git says, in FXD's terms. Immutable.
 *
 * @param tree its tree
 * @param parents its parents, in order; a malformed commit may name one twice
 * @param author who made the change
 * @param authored when
 * @param committer who put it into the history
 * @param committed when
 * @param message why, without the line feed at its end
 * @param headers Git's other headers, in order; behind them the commit's own bytes, if these fields
 *     would be written otherwise
 */
public record GitCommit(
    GitId tree,
    List<GitId> parents,
    Person author,
    OffsetDateTime authored,
    Person committer,
    OffsetDateTime committed,
    String message,
    List<Header> headers) {
  /** Copies the lists. */
  public GitCommit {
    parents = List.copyOf(parents);
    headers = List.copyOf(headers);
  }

  /** Whether its bytes are kept, as writing the fields gives others. */
  public boolean isKept() {
    return !headers.isEmpty() && headers.get(headers.size() - 1).key().equals(GitCommitCodec.KEPT);
  }

  /** The commit of a project that says the same; its id is not known yet. */
  public Commit commit(Hash root, List<Hash> ancestors) {
    return new Commit(
        Hash.ZERO, root, ancestors, author, authored, committer, committed, message, headers);
  }

  /** Whether a commit says the same, apart from its tree and parents. */
  boolean says(Commit commit) {
    return author.equals(commit.author())
        && authored.equals(commit.authored())
        && committer.equals(commit.committer())
        && committed.equals(commit.committed())
        && message.equals(commit.message())
        && headers.equals(commit.headers());
  }
}
