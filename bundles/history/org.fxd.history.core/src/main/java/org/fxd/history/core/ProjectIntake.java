package org.fxd.history.core;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Deposit;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.intake.Intake;

/** Commits on their way into one project. What is not saved yet is remembered here. */
final class ProjectIntake implements Intake {
  /** When so many bytes wait, or the first of them so long, they become durable. */
  private static final long MUCH = 32L << 20;

  private static final long LONG = 2_000_000_000L;

  /** So many trees that are not saved yet are held, to build the next upon. */
  private static final int TREES = 512;

  private final Workspace workspace;
  private final Commits commits;
  private final Origin origin;
  private final Deposit deposit;

  /** What nothing leads to yet. */
  private final Set<Hash> tips = new LinkedHashSet<>();

  /** Content that no commit holds yet. */
  private final List<Hash> loose = new ArrayList<>();

  /** The generations of the commits that are not saved yet. */
  private final Map<Hash, Long> generations = new HashMap<>();

  private final Map<Hash, Node> roots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, Node> eldest) {
          return size() > TREES;
        }
      };

  private long since;

  ProjectIntake(Workspace workspace, Commits commits, Origin origin) {
    this.workspace = workspace;
    this.commits = commits;
    this.origin = origin;
    this.deposit = workspace.deposit();
  }

  @Override
  public Blob blob(InputStream in) {
    return taken(deposit.blob(in));
  }

  @Override
  public Blob blob(Blob content) {
    return taken(deposit.blob(content));
  }

  private Blob taken(Blob blob) {
    loose.add(blob.hash());
    saveIfMuch();
    return blob;
  }

  @Override
  public Commit commit(Commit commit, Node root) {
    StoredCommit stored = new StoredCommit(withRoot(commit, root), generation(commit.parents()));
    byte[] encoded = CommitCodec.encode(stored);
    deposit.put(root);
    Hash id = deposit.put(encoded);
    commit.parents().forEach(tips::remove);
    tips.add(id);
    loose.clear();
    generations.put(id, stored.generation());
    roots.put(id, root);
    saveIfMuch();
    return CommitCodec.decode(encoded).commit();
  }

  private static Commit withRoot(Commit commit, Node root) {
    return new Commit(
        commit.id(),
        root.hash(),
        commit.parents(),
        commit.author(),
        commit.authored(),
        commit.committer(),
        commit.committed(),
        commit.message(),
        commit.headers());
  }

  private long generation(List<Hash> parents) {
    long highest = 0;
    List<Hash> saved = new ArrayList<>();
    for (Hash parent : parents) {
      Long generation = generations.get(parent);
      if (generation == null) {
        saved.add(parent);
      } else {
        highest = Math.max(highest, generation);
      }
    }
    for (StoredCommit parent : commits.get(saved).values()) {
      highest = Math.max(highest, parent.generation());
    }
    return highest + 1;
  }

  @Override
  public Hash tree(Node tree) {
    tips.add(deposit.put(tree));
    return tree.hash();
  }

  @Override
  public void index(byte[] key, byte[] value) {
    deposit.index(key, value);
  }

  @Override
  public Set<Hash> known(Collection<Hash> wanted) {
    Set<Hash> known = new LinkedHashSet<>(wanted);
    known.retainAll(generations.keySet());
    for (Hash found : deposit.find(wanted)) {
      if (isCommit(found)) {
        known.add(found);
      }
    }
    return known;
  }

  /** Anything else may have that hash, where a hint led to it. */
  private boolean isCommit(Hash found) {
    try {
      return commits.get(found).commit().id().equals(found);
    } catch (NotFoundException e) {
      return false;
    }
  }

  @Override
  public Node root(Hash commit) {
    Node root = roots.get(commit);
    if (root == null && generations.containsKey(commit)) {
      save();
    }
    return root != null ? root : workspace.node(commits.get(commit).commit().root());
  }

  private void saveIfMuch() {
    long now = System.nanoTime();
    if (since == 0) {
      since = now;
    }
    if (deposit.unsaved() >= MUCH || now - since >= LONG) {
      save();
    }
  }

  @Override
  public void save() {
    Set<Hash> kept = new LinkedHashSet<>(tips);
    kept.addAll(loose);
    deposit.save(kept);
    generations.clear();
    roots.clear();
    since = 0;
  }

  @Override
  public Change finish(String description, Consumer<Transaction> leads) {
    save();
    while (true) {
      try (Transaction transaction = workspace.begin(origin)) {
        leads.accept(transaction);
        try {
          Change change = transaction.commit(description);
          close();
          return change;
        } catch (ConflictException e) {
          // Again if another change came between: whoever came first got on, so this ends.
          if (transaction.base().operation().equals(workspace.state().operation())) {
            throw e;
          }
        }
      }
    }
  }

  @Override
  public void close() {
    deposit.close();
  }
}
