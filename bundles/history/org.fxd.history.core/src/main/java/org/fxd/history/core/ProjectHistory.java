package org.fxd.history.core;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.api.Selection;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;

/** The history of one open project. */
final class ProjectHistory implements History {
  private final Workspace workspace;
  private final Commits commits;
  private final Committing committing;
  private final ProjectRefs refs;
  private final UponRefs uponRefs;
  private final Moments moments;
  private final Revisions revisions;

  /**
   * The history of a project.
   *
   * @param log what was done in it
   * @param clock what is now when a revision or an option says yesterday
   */
  ProjectHistory(
      Workspace workspace,
      Nodes nodes,
      Commits commits,
      Committing committing,
      OperationLog log,
      Clock clock) {
    this.workspace = workspace;
    this.commits = commits;
    this.committing = committing;
    this.uponRefs = new UponRefs(workspace);
    this.moments = new Moments(clock);
    RefHistory moves = new RefHistory(workspace, commits);
    this.revisions = new Revisions(commits, moves, log, moments);
    this.refs = new ProjectRefs(workspace, commits, nodes, moves, revisions);
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
    return revisions.resolve(workspace.state(), revision);
  }

  @Override
  public OffsetDateTime moment(String text) {
    return moments.read(text);
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
  public Node root(String revision) {
    return revisions.past(revision).map(State::root).orElseGet(() -> root(resolve(revision)));
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
