package org.fxd.history.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;
import org.fxd.history.api.Stash;
import org.fxd.history.api.Stashed;

/**
 * The stash of one project. A piece is a commit of the workspace; its first parent is a commit of
 * what was left, which is the head where all was put away.
 */
final class ProjectStash implements Stash {
  private final Workspace workspace;
  private final Commits commits;
  private final Trees trees;
  private final Committing committing;

  ProjectStash(Workspace workspace, Commits commits, Trees trees, Committing committing) {
    this.workspace = workspace;
    this.commits = commits;
    this.trees = trees;
    this.committing = committing;
  }

  @Override
  public List<Stashed> list() {
    return StashRefs.in(workspace.state()).entrySet().stream()
        .map(piece -> new Stashed(piece.getKey(), commits.get(piece.getValue()).commit()))
        .toList();
  }

  @Override
  public Stashed get(int number) {
    return get(workspace.state(), number);
  }

  private Stashed get(State state, int number) {
    SortedMap<Integer, Hash> pieces = StashRefs.in(state);
    Hash id = pieces.get(number);
    if (id == null) {
      throw new NotFoundException(
          "There is no work number " + number + " in the stash.",
          pieces.isEmpty()
              ? "The stash is empty; fxd:stash puts work there."
              : "fxd:stash list shows what is there.");
    }
    return new Stashed(number, commits.get(id).commit());
  }

  @Override
  public Stashed push(String message, Selection selection, Person author, Origin origin) {
    return new UponRefs(workspace)
        .change(
            origin,
            transaction -> {
              SortedMap<Integer, Hash> pieces = StashRefs.in(transaction.base());
              int number = pieces.isEmpty() ? 1 : pieces.firstKey() + 1;
              Commit piece = put(transaction, message, selection, author);
              transaction.ref(StashRefs.of(number), Ref.to(piece.id()));
              return new Stashed(number, piece);
            },
            stashed -> "stash: " + stashed.commit().summary());
  }

  private Commit put(Transaction transaction, String message, Selection selection, Person author) {
    State base = transaction.base();
    StoredCommit head = base.resolve(State.HEAD).map(commits::get).orElseThrow(Trees::noCommit);
    Node work = base.root();
    Node committed = trees.of(Optional.of(head.commit()));
    Node rest = trees.part(work, committed, selection);
    if (!FileForms.differ(work, rest)) {
      throw clean(head.commit());
    }
    transaction.root(rest);
    String why = message.isBlank() ? "work upon " + name(head.commit()) : message;
    StoredCommit left =
        rest.equals(committed)
            ? head
            : committing.keep(
                transaction, CommitDraft.of("left of: " + why, author), rest, List.of(head));
    return committing.keep(transaction, CommitDraft.of(why, author), work, List.of(left)).commit();
  }

  private static FxdException clean(Commit head) {
    return new FxdException(
        FxdException.Category.FAILED,
        "Nothing to put away: what is selected is as in commit " + head.id().brief() + ".",
        "fxd:status shows what differs.",
        null);
  }

  private static String name(Commit head) {
    return head.id().brief() + " " + head.summary();
  }

  @Override
  public Change apply(int number, Origin origin) {
    return workspace.change(
        origin, "stash apply: " + number, transaction -> redo(transaction, number));
  }

  @Override
  public Change pop(int number, Origin origin) {
    return workspace.change(
        origin,
        "stash pop: " + number,
        transaction -> {
          redo(transaction, number);
          transaction.ref(StashRefs.of(number), null);
        });
  }

  @Override
  public Change drop(int number, Origin origin) {
    return workspace.change(
        origin,
        "stash drop: " + number,
        transaction -> {
          get(transaction.base(), number);
          transaction.ref(StashRefs.of(number), null);
        });
  }

  private void redo(Transaction transaction, int number) {
    Commit piece = get(transaction.base(), number).commit();
    Commit left = commits.get(piece.parents().get(0)).commit();
    Node from = trees.of(Optional.of(left));
    Node work = trees.of(Optional.of(piece));
    try {
      transaction.root(trees.replay(from, work, transaction.base().root()));
    } catch (ConflictException e) {
      throw new ConflictException(
          "The work in the stash contradicts the project as it is. " + e.getMessage(),
          "It is still there. Commit or put away what is in its way, then try again.",
          e);
    }
  }
}
