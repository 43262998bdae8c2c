package org.fxd.history.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;

/** Turns one open project to other commits. */
final class ProjectCheckouts implements Checkouts {
  private final Workspace workspace;
  private final Commits commits;
  private final Nodes nodes;
  private final UncommittedWork uncommitted;
  private final RefHistory moves;
  private final Revisions revisions;
  private final NamedRefs branches;
  private final Object turn;

  /**
   * The checkouts of a project.
   *
   * @param moves how its references moved
   * @param revisions what is meant by a text
   * @param turn held while names change
   */
  ProjectCheckouts(
      Workspace workspace,
      Commits commits,
      Nodes nodes,
      RefHistory moves,
      Revisions revisions,
      Object turn) {
    this.workspace = workspace;
    this.commits = commits;
    this.nodes = nodes;
    this.uncommitted = new UncommittedWork(workspace, commits, nodes);
    this.moves = moves;
    this.revisions = revisions;
    this.turn = turn;
    this.branches = new NamedRefs(RefFamily.BRANCH, workspace, commits, turn);
  }

  @Override
  public Change to(Target target, Work work, Origin origin) {
    if (target instanceof Target.NewBranch created) {
      synchronized (turn) {
        return change(
            origin,
            "checkout: new branch " + created.name(),
            transaction -> begin(transaction, created, work));
      }
    }
    if (target instanceof Target.Detached detached) {
      return change(
          origin,
          "checkout: " + detached.commit().id().brief(),
          transaction -> {
            Commit commit = commits.get(detached.commit().id()).commit();
            turn(transaction, Optional.of(commit), work);
            transaction.ref(State.HEAD, Ref.to(commit.id()));
          });
    }
    String revision =
        target instanceof Target.Revision given
            ? given.text()
            : previous().orElseThrow(ProjectCheckouts::nothingBefore);
    return change(
        origin, "checkout: " + revision, transaction -> turn(transaction, revision, work));
  }

  /** Does it again if another change came between: whoever came first got on, so this ends. */
  private Change change(Origin origin, String what, Consumer<Transaction> edit) {
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        edit.accept(transaction);
        try {
          return transaction.commit(what);
        } catch (ConflictException e) {
          if (transaction.base().operation().equals(workspace.state().operation())) {
            throw e;
          }
        }
      }
    }
  }

  private static NotFoundException nothingBefore() {
    return new NotFoundException(
        "Nothing was checked out before what is checked out now.",
        "fxd:branch lists the branches; fxd:checkout BRANCH checks one out.");
  }

  /** Turns to what a text means. */
  private void turn(Transaction transaction, String revision, Work work) {
    State base = transaction.base();
    Optional<String> branch = revisions.branch(base, revision);
    Commit target = revisions.resolve(base, branch.orElse(revision));
    turn(transaction, Optional.of(target), work);
    if (branch.isPresent()) {
      transaction.dependOn(branch.get());
      transaction.ref(State.HEAD, Ref.to(branch.get()));
    } else if (!revision.equals("@") && !revision.equals(State.HEAD)) {
      transaction.ref(State.HEAD, Ref.to(target.id()));
    }
  }

  private void begin(Transaction transaction, Target.NewBranch created, Work work) {
    String full = branches.room(transaction, created.name());
    Optional<Commit> at =
        created
            .at()
            .map(Commit::id)
            .or(() -> transaction.base().resolve(State.HEAD))
            .map(id -> commits.get(id).commit());
    turn(transaction, at, work);
    at.ifPresent(commit -> transaction.ref(full, Ref.to(commit.id())));
    transaction.ref(State.HEAD, Ref.to(full));
  }

  /** Makes the transaction's tree a commit's, with the work or without. */
  private void turn(Transaction transaction, Optional<Commit> commit, Work work) {
    // What is work depends on the head.
    transaction.dependOn(State.HEAD);
    State base = transaction.base();
    if (work == Work.FOLLOWS && commit.isEmpty()) {
      return; // There is no commit that the work could follow to.
    }
    Node target = workspace.node(commit.orElseThrow(ProjectCheckouts::nothingToTurnBackTo).root());
    transaction.root(work == Work.DISCARDED ? target : uncommitted.on(base, target));
  }

  private static NotFoundException nothingToTurnBackTo() {
    return new NotFoundException(
        "There is no commit yet that the project could be turned back to.",
        "fxd:commit -m MESSAGE makes the first.");
  }

  @Override
  public void turn(Transaction transaction, Commit to, Work work) {
    turn(transaction, Optional.of(commits.get(to.id()).commit()), work);
  }

  @Override
  public Optional<String> previous() {
    return moves.previouslyCheckedOut();
  }

  @Override
  public Change paths(Commit from, List<NodePath> paths, Origin origin) {
    Hash root = commits.get(from.id()).commit().root();
    return change(
        origin,
        "checkout: "
            + paths.size()
            + (paths.size() == 1 ? " path" : " paths")
            + " of "
            + from.id().brief(),
        transaction -> {
          PathsTaken taken = new PathsTaken(transaction, nodes, from, workspace.node(root));
          paths.forEach(taken::take);
        });
  }
}
