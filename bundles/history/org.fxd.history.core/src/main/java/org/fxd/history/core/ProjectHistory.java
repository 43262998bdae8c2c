package org.fxd.history.core;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;

/** The history of one open project. */
final class ProjectHistory implements History {
  private final Workspace workspace;
  private final Nodes nodes;
  private final Commits commits;
  private final Committing committing;
  private final UponRefs uponRefs;

  ProjectHistory(Workspace workspace, Nodes nodes, Commits commits, Committing committing) {
    this.workspace = workspace;
    this.nodes = nodes;
    this.commits = commits;
    this.committing = committing;
    this.uponRefs = new UponRefs(workspace);
  }

  @Override
  public Optional<Commit> head() {
    return head(workspace.state()).map(StoredCommit::commit);
  }

  @Override
  public Optional<String> branch() {
    return CheckedOut.branch(workspace.state());
  }

  @Override
  public SortedMap<String, Hash> branches() {
    State state = workspace.state();
    SortedMap<String, Hash> branches = new TreeMap<>();
    for (String full : state.refs(State.BRANCHES).keySet()) {
      state
          .resolve(full)
          .ifPresent(hash -> branches.put(full.substring(State.BRANCHES.length()), hash));
    }
    return Collections.unmodifiableSortedMap(branches);
  }

  @Override
  public Commit commit(String message, Person author, Origin origin) {
    return commit(CommitDraft.of(message, author), Selection.all(), origin);
  }

  @Override
  public Commit commit(CommitDraft draft, Selection selection, Origin origin) {
    return uponRefs.change(
        origin,
        transaction -> committing.commit(transaction, draft, selection),
        commit -> "commit: " + commit.summary());
  }

  @Override
  public Commit amend(Amendment amendment, Selection work, Origin origin) {
    return uponRefs.change(
        origin,
        transaction -> committing.amend(transaction, amendment, work),
        commit -> "amend: " + commit.summary());
  }

  @Override
  public Commit commit(Transaction transaction, CommitDraft draft) {
    return committing.commit(transaction, draft);
  }

  @Override
  public Commit commit(Hash id) {
    return commits.get(id).commit();
  }

  @Override
  public Commit resolve(String revision) {
    return new Revisions(commits, workspace.state()).resolve(revision);
  }

  @Override
  public Iterable<Commit> log(Commit from) {
    return new CommitLog(commits, from.id());
  }

  @Override
  public List<Commit> mergeBases(Commit one, Commit other) {
    return MergeBases.of(commits, one.id(), other.id());
  }

  @Override
  public boolean isAncestor(Commit ancestor, Commit of) {
    return mergeBases(ancestor, of).stream().anyMatch(base -> base.id().equals(ancestor.id()));
  }

  @Override
  public Node root(Commit commit) {
    return workspace.node(commit.root());
  }

  @Override
  public Change checkout(String revision, Origin origin) {
    try (Transaction transaction = workspace.begin(origin)) {
      State base = transaction.base();
      Revisions revisions = new Revisions(commits, base);
      Optional<String> branch = revisions.branch(revision);
      Commit target = revisions.resolve(branch.orElse(revision));
      transaction.root(workOn(base, root(target)));
      if (branch.isPresent()) {
        transaction.ref(State.HEAD, Ref.to(branch.get()));
      } else if (!revision.equals("@") && !revision.equals(State.HEAD)) {
        transaction.ref(State.HEAD, Ref.to(target.id()));
      }
      return transaction.commit("checkout: " + revision);
    }
  }

  /** The target's tree with the work done on it that the head does not have. */
  private Node workOn(State state, Node target) {
    Node work = state.root();
    Optional<StoredCommit> head = head(state);
    if (head.isEmpty()) {
      return isEmpty(work)
          ? target
          : nodes.replay(nodes.builder(work.kind()).build(), work, target);
    }
    // Forms first: a file scanned since, or scanned there and raw here, is no work to follow.
    Node from = FileForms.like(target, workspace.node(head.get().commit().root()));
    Node done = FileForms.like(from, work);
    if (done.equals(from)) {
      return target;
    }
    try {
      return nodes.replay(from, done, target);
    } catch (ConflictException e) {
      throw new ConflictException(
          "Work that is not committed contradicts the commit to check out. " + e.getMessage(),
          "Commit the work first (fxd:commit -m MESSAGE), then check out again.",
          e);
    }
  }

  private static boolean isEmpty(Node root) {
    for (var entry : root.entries()) {
      if (entry.node().size() > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void createBranch(String name, Commit at, Origin origin) {
    String full = BranchName.check(name);
    Hash id = commits.get(at.id()).commit().id();
    workspace.change(
        origin,
        "branch: " + name,
        transaction -> {
          for (String other : transaction.base().refs(State.BRANCHES).keySet()) {
            checkRoom(full, other);
          }
          transaction.ref(full, Ref.to(id));
        });
  }

  /** Git keeps branches as files, so none can stand where another has a folder. */
  private static void checkRoom(String wanted, String other) {
    String branch = other.substring(State.BRANCHES.length());
    if (other.equals(wanted)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "There is a branch '" + branch + "' already.",
          "Check it out (fxd:checkout " + branch + ") or choose another name.",
          null);
    }
    if (other.startsWith(wanted + "/") || wanted.startsWith(other + "/")) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "'"
              + wanted.substring(State.BRANCHES.length())
              + "' cannot be a branch beside '"
              + branch
              + "': to Git, one would be a folder and a file at once.",
          "Choose another name.",
          null);
    }
  }

  private Optional<StoredCommit> head(State state) {
    return state.resolve(State.HEAD).map(commits::get);
  }
}
