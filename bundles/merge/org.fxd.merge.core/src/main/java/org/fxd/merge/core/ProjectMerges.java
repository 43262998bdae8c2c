package org.fxd.merge.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.merge.api.Conflict;
import org.fxd.merge.api.MergePlan;
import org.fxd.merge.api.MergePlan.FastForward;
import org.fxd.merge.api.MergeResult;
import org.fxd.merge.api.MergeResult.Outcome;
import org.fxd.merge.api.MergeTopics;
import org.fxd.merge.api.Merges;

/** The merges of one open project. */
final class ProjectMerges implements Merges {
  /** What brings a tree together with the head's, and the commit that is made of it. */
  @FunctionalInterface
  private interface Work {
    MergeResult in(Transaction transaction, Commit head);
  }

  private final Workspace workspace;
  private final History history;
  private final TreeMerge merge;
  private final CommonBase bases;
  private final Following following;
  private final Consumer<Map<String, String>> events;

  ProjectMerges(
      Workspace workspace,
      History history,
      TreeMerge merge,
      Following following,
      Consumer<Map<String, String>> events) {
    this.workspace = workspace;
    this.history = history;
    this.merge = merge;
    this.bases = new CommonBase(history, merge);
    this.following = following;
    this.events = events;
  }

  @Override
  public MergeResult merge(Commit theirs, MergePlan plan, Person author, Origin origin) {
    return tell(
        theirs,
        change(
            origin,
            "merge: " + theirs.summary(),
            (transaction, head) -> merge(transaction, head, theirs, plan, author)));
  }

  private MergeResult merge(
      Transaction transaction, Commit head, Commit theirs, MergePlan plan, Person author) {
    Outcome outcome = outcome(head, theirs, plan);
    if (outcome == Outcome.UP_TO_DATE) {
      return new MergeResult(outcome, Optional.of(head), List.of());
    }
    if (outcome == Outcome.FAST_FORWARD) {
      Node root = history.root(theirs);
      transaction.root(following.follow(transaction.base().root(), history.root(head), root));
      transaction.ref(checkedOut(transaction.base()), Ref.to(theirs.id()));
      return new MergeResult(outcome, Optional.of(theirs), conflicts(root));
    }
    String message = plan.message().orElseGet(() -> message(theirs));
    CommitDraft draft =
        CommitDraft.of(message, author).withParents(List.of(head.id(), theirs.id()));
    TreeMerge.Merged merged =
        merge.merge(bases.of(head, theirs), history.root(head), history.root(theirs));
    return commit(transaction, head, merged, draft);
  }

  /** What a merge comes to, without doing it. */
  private Outcome outcome(Commit head, Commit theirs, MergePlan plan) {
    if (history.isAncestor(theirs, head)) {
      return Outcome.UP_TO_DATE;
    }
    boolean ahead = history.isAncestor(head, theirs);
    if (!ahead && plan.forward() == FastForward.ONLY) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "There is no fast-forward to "
              + theirs.id().brief()
              + ": the head "
              + head.id().brief()
              + " has commits that it does not have.",
          "Merge without --ff-only.",
          null);
    }
    return ahead && plan.forward() != FastForward.NEVER ? Outcome.FAST_FORWARD : Outcome.COMMITTED;
  }

  @Override
  public MergeResult preview(Commit theirs, MergePlan plan) {
    Commit head = head();
    Outcome outcome = outcome(head, theirs, plan);
    return switch (outcome) {
      case UP_TO_DATE -> new MergeResult(outcome, Optional.of(head), List.of());
      case FAST_FORWARD ->
          new MergeResult(outcome, Optional.of(theirs), conflicts(history.root(theirs)));
      case COMMITTED ->
          new MergeResult(
              outcome,
              Optional.empty(),
              conflicts(
                  merge
                      .merge(bases.of(head, theirs), history.root(head), history.root(theirs))
                      .root()));
    };
  }

  @Override
  public MergeResult revert(Commit commit, Person author, Origin origin) {
    String message =
        "Revert \"" + commit.summary() + "\"\n\nThis reverts commit " + commit.id() + ".";
    return tell(
        commit,
        change(
            origin,
            "revert: " + commit.summary(),
            (transaction, head) ->
                apply(
                    transaction,
                    head,
                    merge.merge(history.root(commit), history.root(head), before(commit)),
                    CommitDraft.of(message, author))));
  }

  @Override
  public MergeResult cherryPick(Commit commit, Person committer, Origin origin) {
    CommitDraft draft =
        CommitDraft.of(commit.message(), committer).withAuthor(commit.author(), commit.authored());
    return tell(
        commit,
        change(
            origin,
            "cherry-pick: " + commit.summary(),
            (transaction, head) ->
                apply(
                    transaction,
                    head,
                    merge.merge(before(commit), history.root(head), history.root(commit)),
                    draft)));
  }

  /** The tree that a commit was made on. */
  private Node before(Commit commit) {
    return commit.parents().isEmpty()
        ? merge.nothing()
        : history.root(history.commit(commit.parents().get(0)));
  }

  private MergeResult apply(
      Transaction transaction, Commit head, TreeMerge.Merged merged, CommitDraft draft) {
    if (merged.root().equals(history.root(head))) {
      return new MergeResult(Outcome.UP_TO_DATE, Optional.of(head), List.of());
    }
    return commit(transaction, head, merged, draft);
  }

  private MergeResult commit(
      Transaction transaction, Commit head, TreeMerge.Merged merged, CommitDraft draft) {
    transaction.root(merged.root());
    Commit commit = history.commit(transaction, draft);
    Node tree = transaction.root().build();
    Node followed = following.follow(transaction.base().root(), history.root(head), tree);
    merged.linked().forEach(transaction::attach);
    // The commit's own tree need not be what the project becomes: of work that was there before, or
    // of a change that comes between, there may be more in it.
    transaction.attach(tree);
    transaction.root(followed);
    return new MergeResult(Outcome.COMMITTED, Optional.of(commit), conflicts(tree));
  }

  /** Does work on the newest head, again if another commit comes between. */
  private MergeResult change(Origin origin, String description, Work work) {
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        State base = transaction.base();
        try {
          MergeResult result = work.in(transaction, head(base));
          transaction.commit(description);
          return result;
        } catch (ConflictException e) {
          if (workspace.state().resolve(State.HEAD).equals(base.resolve(State.HEAD))) {
            throw e;
          }
        }
      }
    }
  }

  private Commit head() {
    return head(workspace.state());
  }

  private Commit head(State state) {
    return state
        .resolve(State.HEAD)
        .map(history::commit)
        .orElseThrow(
            () ->
                new FxdException(
                    FxdException.Category.FAILED,
                    "There is no commit yet to bring anything into.",
                    "Make one: fxd:commit -m MESSAGE",
                    null));
  }

  /** The reference that moves: the branch that is checked out, or the head itself. */
  private static String checkedOut(State state) {
    return state.ref(State.HEAD).orElseThrow() instanceof Ref.Symbolic symbolic
        ? symbolic.target()
        : State.HEAD;
  }

  private String message(Commit theirs) {
    for (Map.Entry<String, Hash> branch : history.branches().entrySet()) {
      if (branch.getValue().equals(theirs.id())) {
        return "Merge branch '" + branch.getKey() + "'";
      }
    }
    return "Merge commit " + theirs.id().brief();
  }

  private static List<Conflict> conflicts(Node root) {
    return Listing.all(root);
  }

  private MergeResult tell(Commit theirs, MergeResult result) {
    if (result.outcome() != Outcome.UP_TO_DATE) {
      events.accept(
          Map.of(
              MergeTopics.PROJECT, workspace.project(),
              MergeTopics.OUTCOME, result.outcome().name(),
              MergeTopics.THEIRS, theirs.id().toString(),
              MergeTopics.COMMIT, result.commit().orElseThrow().id().toString(),
              MergeTopics.CONFLICTS, Integer.toString(result.conflicts().size())));
    }
    return result;
  }
}
