package org.fxd.history.core;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;
import org.fxd.history.api.signature.Signature;

/** Makes commits out of drafts. */
final class Committing {
  private final Commits commits;
  private final Trees trees;
  private final CommitTidiers tidiers;
  private final CommitHooks hooks;
  private final Clock clock;

  Committing(Commits commits, Trees trees, CommitTidiers tidiers, CommitHooks hooks, Clock clock) {
    this.commits = commits;
    this.trees = trees;
    this.tidiers = tidiers;
    this.hooks = hooks;
    this.clock = clock;
  }

  /**
   * Makes a commit of a transaction's tree in that transaction, and moves what is checked out to
   * it.
   */
  Commit commit(Transaction transaction, CommitDraft draft) {
    Commit commit = store(transaction, draft, tidiers.tidy(transaction));
    checkOut(transaction, commit);
    return commit;
  }

  /** Makes a commit of part of the work, and moves what is checked out to it. */
  Commit commit(Transaction transaction, CommitDraft draft, Selection selection) {
    message(draft); // Said before anything is looked for: it is wrong whatever is there.
    Optional<Commit> head = head(transaction);
    Node tree = part(transaction, head, selection);
    if (draft.emptiness() == CommitDraft.Emptiness.REFUSED) {
      trees.checkDiffers(head, tree, selection);
    }
    Commit commit = store(transaction, draft, tree);
    checkOut(transaction, commit);
    return commit;
  }

  /** Makes a commit in the place of the one that is checked out. */
  Commit amend(Transaction transaction, Amendment amendment, Selection work) {
    Optional<Commit> head = head(transaction);
    Commit old = head.orElseThrow(Trees::noCommit);
    Node tree = part(transaction, head, work);
    CommitDraft draft =
        new CommitDraft(
            amendment.message().orElse(old.message()),
            amendment.author().orElse(old.author()),
            Optional.of(amendment.authored().orElse(old.authored())),
            amendment.committer(),
            Optional.of(old.parents()),
            amendment.headers().orElse(old.headers()).stream()
                .filter(header -> !header.key().equals(Signature.HEADER))
                .toList(),
            amendment.signer(),
            CommitDraft.Emptiness.ALLOWED);
    Commit commit = store(transaction, draft, tree);
    checkOut(transaction, commit);
    transaction.field(MadeCommits.AMENDS, old.id().toString());
    return commit;
  }

  private Node part(Transaction transaction, Optional<Commit> head, Selection selection) {
    return tidiers.tidy(trees.part(head, tidiers.tidy(transaction), selection));
  }

  private static void checkOut(Transaction transaction, Commit commit) {
    State base = transaction.base();
    if (base.ref(State.HEAD).isEmpty()) {
      transaction.ref(State.HEAD, Ref.to(CheckedOut.ref(base)));
    }
    // What of the tree is new depends on what is checked out.
    transaction.dependOn(State.HEAD);
    transaction.ref(CheckedOut.ref(base), Ref.to(commit.id()));
    transaction.field(MadeCommits.COMMIT, commit.id().toString());
  }

  private Optional<Commit> head(Transaction transaction) {
    return transaction.base().resolve(State.HEAD).map(id -> commits.get(id).commit());
  }

  /** Makes a commit of any tree in a transaction; no reference leads to it yet. */
  private Commit store(Transaction transaction, CommitDraft draft, Node tree) {
    Optional<Hash> head = transaction.base().resolve(State.HEAD);
    List<Hash> parents = draft.parents().orElse(head.stream().toList());
    Map<Hash, StoredCommit> known = commits.get(parents);
    List<StoredCommit> all = parents.stream().map(known::get).toList();
    Commit commit = keep(transaction, draft, tree, all).commit();
    hooks.check(commit, tree, transaction.origin());
    return commit;
  }

  /** Makes a commit that is no part of history, so that hooks have no say in it. */
  StoredCommit keep(
      Transaction transaction, CommitDraft draft, Node tree, List<StoredCommit> parents) {
    String message = message(draft);
    check(message);
    check(draft.author());
    check(draft.committer());
    draft.headers().stream().map(Header::key).forEach(Committing::check);
    OffsetDateTime now = OffsetDateTime.now(clock);
    long generation = parents.stream().mapToLong(StoredCommit::generation).max().orElse(0) + 1;
    Commit commit =
        new Commit(
            Hash.ZERO,
            tree.hash(),
            parents.stream().map(parent -> parent.commit().id()).toList(),
            draft.author(),
            CommitCodec.wholeSeconds(draft.authored().orElse(now)),
            draft.committer(),
            CommitCodec.wholeSeconds(now),
            message,
            draft.headers());
    byte[] encoded = signed(draft, new StoredCommit(commit, generation));
    transaction.attach(tree);
    transaction.attach(encoded);
    return CommitCodec.decode(encoded);
  }

  private static String message(CommitDraft draft) {
    String message = draft.message().replace("\r\n", "\n").strip();
    if (message.isEmpty()) {
      throw new UsageException(
          "A commit needs a message that says why.", "Give one: fxd:commit -m MESSAGE");
    }
    return message;
  }

  /** The encoding, with a signature of it among the headers if someone signs. */
  private static byte[] signed(CommitDraft draft, StoredCommit plain) {
    byte[] encoded = CommitCodec.encode(plain);
    if (draft.signer().isEmpty()) {
      return encoded;
    }
    Signature signature = draft.signer().get().sign(encoded);
    List<Header> headers = new ArrayList<>(plain.commit().headers());
    headers.add(Header.of(Signature.HEADER, signature.text()));
    return CommitCodec.encode(plain.withHeaders(headers));
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
