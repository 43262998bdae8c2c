package org.fxd.history.core;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;

/** Makes commits out of drafts. */
final class Committing {
  private final Commits commits;
  private final Clock clock;

  Committing(Commits commits, Clock clock) {
    this.commits = commits;
    this.clock = clock;
  }

  /**
   * Makes a commit of a transaction's tree in that transaction, and moves what is checked out to
   * it.
   */
  Commit commit(Transaction transaction, CommitDraft draft) {
    State base = transaction.base();
    Commit commit = store(transaction, draft, transaction.root().build().hash());
    if (base.ref(State.HEAD).isEmpty()) {
      transaction.ref(State.HEAD, Ref.to(CheckedOut.ref(base)));
    }
    // What of the tree is new depends on what is checked out.
    transaction.dependOn(State.HEAD);
    transaction.ref(CheckedOut.ref(base), Ref.to(commit.id()));
    return commit;
  }

  /** Makes a commit of any tree in a transaction; no reference leads to it yet. */
  Commit store(Transaction transaction, CommitDraft draft, Hash root) {
    String message = draft.message().replace("\r\n", "\n").strip();
    if (message.isEmpty()) {
      throw new UsageException(
          "A commit needs a message that says why.", "Give one: fxd:commit -m MESSAGE");
    }
    check(message);
    check(draft.author());
    check(draft.committer());
    draft.headers().stream().map(Header::key).forEach(Committing::check);
    OffsetDateTime now = OffsetDateTime.now(clock);
    Optional<Hash> head = transaction.base().resolve(State.HEAD);
    List<Hash> parents = draft.parents().orElse(head.stream().toList());
    Stream<StoredCommit> known = commits.get(parents).values().stream();
    long generation = known.mapToLong(StoredCommit::generation).max().orElse(0) + 1;
    Commit commit =
        new Commit(
            Hash.ZERO,
            root,
            parents,
            draft.author(),
            CommitCodec.wholeSeconds(draft.authored().orElse(now)),
            draft.committer(),
            CommitCodec.wholeSeconds(now),
            message,
            draft.headers());
    byte[] encoded = CommitCodec.encode(new StoredCommit(commit, generation));
    transaction.attach(encoded);
    return CommitCodec.decode(encoded).commit();
  }

  private static void check(Person person) {
    check(person.name());
    check(person.email());
  }

  private static void check(String text) {
    try {
      CommitCodec.utf8(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The message or the author's name holds half of a surrogate pair, which is no text.", e);
    }
  }
}
