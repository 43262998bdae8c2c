package org.fxd.benchmarks.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.history.api.History;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;

/** Takes all commits of a Git repository into a project, each behind its parents, in one batch. */
final class GitHistory {
  private final Repository repository;
  private final ProjectWorkspace workspace;
  private final GitFiles files;
  private final GitTrees trees;
  private final Node root;
  private final Entry code;
  private final Map<ObjectId, Taken> commits = new LinkedHashMap<>();
  private final List<Hash> roots = new ArrayList<>();

  GitHistory(Repository repository, ProjectWorkspace workspace, GitFiles files) {
    this.repository = repository;
    this.workspace = workspace;
    this.files = files;
    this.trees = new GitTrees(repository, files);
    this.root = workspace.root();
    this.code = root.entry(Name.of(Workspace.CODE)).orElseThrow();
  }

  /** What is known of a commit. */
  private static final class Taken {
    private Hash id;
    private Hash root;
    private long generation;

    /** Its folder, as long as a child of it is still to come. */
    private Node folder;

    private int children;
    private int waiting;
  }

  /** The roots of all commits. */
  List<Hash> roots() {
    return roots;
  }

  void take() throws IOException {
    try (Batch batch = workspace.store().begin();
        RevWalk walk = new RevWalk(repository)) {
      ObjectWriter writer = new ObjectWriter(new ObjectReader(workspace.store()), batch, Set.of());
      for (RevCommit commit : order(walk)) {
        take(commit, writer, batch);
      }
      batch.commit();
    }
    Map<String, Taken> branches = branches();
    Taken main = branches.get(History.FIRST_BRANCH);
    workspace.change(
        Workplace.ORIGIN,
        "import",
        transaction -> {
          branches.forEach(
              (name, taken) ->
                  transaction.ref(
                      State.BRANCHES + name, org.fxd.graph.api.workspace.Ref.to(taken.id)));
          if (main != null) {
            // It is checked out already, by being there.
            transaction.root(workspace.node(main.root));
          }
        });
  }

  /** Git's branches, and whatever else nothing follows, by number. */
  private Map<String, Taken> branches() throws IOException {
    Map<String, Taken> branches = new TreeMap<>();
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      branches.put(
          ref.getName().substring(Constants.R_HEADS.length()), commits.get(ref.getObjectId()));
    }
    int number = 0;
    for (Taken each : commits.values()) {
      if (each.children == 0 && !branches.containsValue(each)) {
        branches.put(String.valueOf(++number), each);
      }
    }
    return branches;
  }

  private void take(RevCommit commit, ObjectWriter writer, Batch batch) throws IOException {
    List<Hash> parents = new ArrayList<>();
    Taken taken = commits.get(commit);
    taken.generation = 1;
    for (RevCommit parent : commit.getParents()) {
      Taken known = commits.get(parent);
      parents.add(known.id);
      taken.generation = Math.max(taken.generation, known.generation + 1);
    }
    Optional<RevCommit> first =
        commit.getParentCount() == 0 ? Optional.empty() : Optional.of(commit.getParent(0));
    Node before = first.map(it -> commits.get(it).folder).orElseGet(trees::empty);
    Node folder = trees.of(commit, first, before);
    Node whole = root.builder().put(code.withNode(folder)).build();
    writer.write(whole);
    byte[] bytes = GitCommits.encode(commit, whole.hash(), taken.generation, parents);
    taken.id = Hash.ofContent(bytes);
    batch.put(ObjectType.COMMIT, taken.id, bytes);
    taken.root = whole.hash();
    roots.add(taken.root);
    taken.folder = taken.waiting > 0 ? folder : null;
    for (RevCommit parent : commit.getParents()) {
      Taken known = commits.get(parent);
      if (--known.waiting == 0) {
        known.folder = null;
      }
    }
  }

  /** All commits that references lead to. */
  private List<RevCommit> order(RevWalk walk) throws IOException {
    for (Ref ref : repository.getRefDatabase().getRefs()) {
      if (ref.getObjectId() != null) {
        RevObject object = walk.peel(walk.parseAny(ref.getObjectId()));
        if (object instanceof RevCommit commit) {
          walk.markStart(commit);
        }
      }
    }
    walk.sort(RevSort.TOPO, true);
    walk.sort(RevSort.REVERSE, true);
    List<RevCommit> all = new ArrayList<>();
    for (RevCommit commit : walk) {
      all.add(commit);
      commits.put(commit, new Taken());
      for (RevCommit parent : commit.getParents()) {
        commits.get(parent).children++;
        commits.get(parent).waiting++;
      }
    }
    return all;
  }
}
