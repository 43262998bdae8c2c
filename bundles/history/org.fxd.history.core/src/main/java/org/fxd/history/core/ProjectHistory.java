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
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.store.api.Store;

/** The history of one open project. */
final class ProjectHistory implements History {
  private final Workspace workspace;
  private final Nodes nodes;
  private final Commits commits;
  private final Clock clock;

  ProjectHistory(Workspace workspace, Store store, Nodes nodes, Clock clock) {
    this.workspace = workspace;
    this.nodes = nodes;
    this.commits = new Commits(store);
    this.clock = clock;
  }

  @Override
  public Optional<Commit> head() {
    return head(workspace.state()).map(StoredCommit::commit);
  }

  @Override
  public Optional<String> branch() {
    State state = workspace.state();
    return state.ref(State.HEAD).isEmpty() || branchRef(state).startsWith(State.BRANCHES)
        ? Optional.of(branchRef(state).substring(State.BRANCHES.length()))
        : Optional.empty();
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
    String text = message.replace("\r\n", "\n").strip();
    if (text.isEmpty()) {
      throw new UsageException(
          "A commit needs a message that says why.", "Give one: fxd:commit -m MESSAGE");
    }
    checkText(author.name());
    checkText(author.email());
    checkText(text);
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        State base = transaction.base();
        try {
          return commit(transaction, text, author);
        } catch (ConflictException e) {
          // Another commit came first: this one takes it as its parent. Whoever lost the race lost
          // it to someone who got on, so this comes to an end.
          if (workspace.state().resolve(State.HEAD).equals(base.resolve(State.HEAD))) {
            throw e;
          }
        }
      }
    }
  }

  private Commit commit(Transaction transaction, String message, Person author) {
    State base = transaction.base();
    Optional<StoredCommit> head = head(base);
    if (head.isPresent()
        && !FileForms.differ(workspace.node(head.get().commit().root()), base.root())) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Nothing to commit: the project is as in commit "
              + head.get().commit().id().brief()
              + ".",
          "Change something first; fxd:status shows what differs.",
          null);
    }
    OffsetDateTime now = CommitCodec.wholeSeconds(OffsetDateTime.now(clock));
    List<Hash> parents = head.map(stored -> List.of(stored.commit().id())).orElse(List.of());
    long generation = head.map(StoredCommit::generation).orElse(0L) + 1;
    Commit draft =
        new Commit(Hash.ZERO, base.root().hash(), parents, author, now, author, now, message);
    byte[] encoded = CommitCodec.encode(new StoredCommit(draft, generation, List.of()));
    Hash id = transaction.attach(encoded);
    if (base.ref(State.HEAD).isEmpty()) {
      transaction.ref(State.HEAD, Ref.to(branchRef(base)));
    }
    transaction.ref(branchRef(base), Ref.to(id));
    transaction.commit("commit: " + draft.summary());
    return CommitCodec.decode(encoded).commit();
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

  /** The reference that a commit moves: the branch that is checked out, or the head itself. */
  private static String branchRef(State state) {
    Ref head = state.ref(State.HEAD).orElse(Ref.to(State.BRANCHES + FIRST_BRANCH));
    return head instanceof Ref.Symbolic symbolic ? symbolic.target() : State.HEAD;
  }

  private static void checkText(String text) {
    try {
      CommitCodec.utf8(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The message or the author's name holds half of a surrogate pair, which is no text.", e);
    }
  }
}
