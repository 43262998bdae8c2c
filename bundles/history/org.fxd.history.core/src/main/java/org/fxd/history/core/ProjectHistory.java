package org.fxd.history.core;

import java.time.Clock;
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
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.fxd.store.api.Store;

/** The history of one open project. */
final class ProjectHistory implements History {
  private final Workspace workspace;
  private final Commits commits;
  private final Committing committing;
  private final ProjectRefs refs;

  ProjectHistory(Workspace workspace, Store store, Nodes nodes, Clock clock) {
    this.workspace = workspace;
    this.commits = new Commits(store);
    this.committing = new Committing(commits, clock);
    this.refs = new ProjectRefs(workspace, commits, nodes);
  }

  /** The names of its commits. */
  ProjectRefs refs() {
    return refs;
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
    SortedMap<String, Hash> heads = new TreeMap<>();
    refs.branches().all().forEach(branch -> heads.put(branch.name(), branch.commit()));
    return Collections.unmodifiableSortedMap(heads);
  }

  @Override
  public Commit commit(String message, Person author, Origin origin) {
    CommitDraft draft = CommitDraft.of(message, author);
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        State base = transaction.base();
        try {
          checkDiffers(base);
          Commit commit = committing.commit(transaction, draft);
          transaction.commit("commit: " + commit.summary());
          return commit;
        } catch (ConflictException e) {
          // Another commit came first: this one takes it as its parent. Whoever lost the race lost
          // it to someone who got on, so this comes to an end.
          if (workspace.state().operation().equals(base.operation())) {
            throw e;
          }
        }
      }
    }
  }

  private void checkDiffers(State base) {
    Optional<Commit> head = head(base).map(StoredCommit::commit);
    if (head.isPresent() && !FileForms.differ(workspace.node(head.get().root()), base.root())) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Nothing to commit: the project is as in commit " + head.get().id().brief() + ".",
          "Change something first; fxd:status shows what differs.",
          null);
    }
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
    return refs.checkouts().to(new Target.Revision(revision), Work.FOLLOWS, origin);
  }

  @Override
  public void createBranch(String name, Commit at, Origin origin) {
    refs.branches().create(name, at, origin);
  }

  private Optional<StoredCommit> head(State state) {
    return state.resolve(State.HEAD).map(commits::get);
  }
}
