package org.fxd.history.core;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Branch;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Divergence;

/** The branches of one open project. */
final class ProjectBranches implements Branches {
  private final Workspace workspace;
  private final Commits commits;
  private final NamedRefs names;

  /**
   * The branches of a project.
   *
   * @param turn held while names change
   */
  ProjectBranches(Workspace workspace, Commits commits, Object turn) {
    this.workspace = workspace;
    this.commits = commits;
    this.names = new NamedRefs(RefFamily.BRANCH, workspace, commits, turn);
  }

  @Override
  public List<Branch> all() {
    State state = workspace.state();
    return names.names(state).stream().flatMap(name -> find(state, name).stream()).toList();
  }

  @Override
  public Optional<Branch> find(String name) {
    return find(workspace.state(), name);
  }

  @Override
  public Branch get(String name) {
    State state = workspace.state();
    return find(state, name).orElseThrow(() -> names.unknown(state, name));
  }

  private Optional<Branch> find(State state, String name) {
    return names.find(state, name).map(hash -> branch(state, name, hash));
  }

  private static Branch branch(State state, String name, Hash commit) {
    return new Branch(name, commit, isCheckedOut(state, name));
  }

  private static boolean isCheckedOut(State state, String name) {
    return CheckedOut.ref(state).equals(RefFamily.BRANCH.full(name));
  }

  @Override
  public Divergence compare(Commit one, Commit other) {
    Sides sides = Sides.of(commits, one.id(), other.id());
    return new Divergence(sides.onlyFirst(), sides.onlySecond());
  }

  @Override
  public Branch create(String name, Commit at, Origin origin) {
    Hash id = known(at);
    names.change(
        origin, "branch: create " + name, transaction -> names.create(transaction, name, id));
    return branch(workspace.state(), name, id);
  }

  @Override
  public void delete(Branch branch, Origin origin) {
    String anyway = "fxd:branch --delete " + branch.name() + " --force";
    names.change(
        origin,
        "branch: delete " + branch.name(),
        transaction -> {
          remove(transaction, branch);
          names.checkKept(transaction, branch.name(), Optional.empty(), "Deleting", anyway);
        });
  }

  @Override
  public void drop(Branch branch, Origin origin) {
    names.change(
        origin, "branch: delete " + branch.name(), transaction -> remove(transaction, branch));
  }

  private void remove(Transaction transaction, Branch branch) {
    if (isCheckedOut(transaction.base(), branch.name())) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The branch '" + branch.name() + "' cannot be deleted: it is checked out.",
          "Check out another one first, or a commit by itself: fxd:checkout --detach",
          null);
    }
    names.set(transaction, branch.name(), branch.commit(), Optional.empty());
  }

  @Override
  public Branch rename(Branch branch, String name, Origin origin) {
    names.change(
        origin,
        "branch: rename " + branch.name() + " to " + name,
        transaction -> {
          names.rename(transaction, branch.name(), branch.commit(), name);
          if (isCheckedOut(transaction.base(), branch.name())) {
            transaction.ref(State.HEAD, Ref.to(RefFamily.BRANCH.full(name)));
          }
        });
    return branch(workspace.state(), name, branch.commit());
  }

  @Override
  public Branch move(Branch branch, Commit to, Origin origin) {
    Hash id = known(to);
    String anyway = "fxd:branch --move " + branch.name() + " --at " + id.brief() + " --force";
    names.change(
        origin,
        moving(branch, id),
        transaction -> {
          names.set(transaction, branch.name(), branch.commit(), Optional.of(id));
          names.checkKept(transaction, branch.name(), Optional.of(id), "Moving", anyway);
        });
    return branch(workspace.state(), branch.name(), id);
  }

  @Override
  public Branch reset(Branch branch, Commit to, Origin origin) {
    Hash id = known(to);
    names.change(
        origin,
        moving(branch, id),
        transaction -> names.set(transaction, branch.name(), branch.commit(), Optional.of(id)));
    return branch(workspace.state(), branch.name(), id);
  }

  private static String moving(Branch branch, Hash to) {
    return "branch: move " + branch.name() + " to " + to.brief();
  }

  /** The commit's id, once it is clear that this project has it. */
  private Hash known(Commit commit) {
    return commits.get(commit.id()).commit().id();
  }
}
