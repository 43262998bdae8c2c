package org.fxd.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.GraphNodes;

/**
 * Turns the trees of commits into folders: each is the first parent's with what differs done to it.
 * Who a file is follows docs/format/identities.md.
 */
final class GitTrees {
  /** A commit with more new files than this is not searched for moved ones. */
  private static final int MANY = 400;

  private final GraphNodes nodes = new GraphNodes();
  private final Repository repository;
  private final GitFiles files;

  GitTrees(Repository repository, GitFiles files) {
    this.repository = repository;
    this.files = files;
  }

  /** The folder that no files are in. */
  Node empty() {
    return nodes.builder(Kind.FOLDER).build();
  }

  /**
   * The folder that a commit has.
   *
   * @param parent the first parent, and {@code before} its folder
   */
  Node of(RevCommit commit, Optional<RevCommit> parent, Node before) throws IOException {
    List<DiffEntry> changes;
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      if (parent.isPresent()) {
        walk.addTree(parent.get().getTree());
      } else {
        walk.addTree(new EmptyTreeIterator());
      }
      walk.addTree(commit.getTree());
      changes = moved(DiffEntry.scan(walk));
    }
    NodeBuilder root = before.builder();
    Map<DiffEntry, NodeId> ids = new HashMap<>();
    for (DiffEntry change : changes) {
      if (change.getChangeType() == ChangeType.RENAME
          || change.getChangeType() == ChangeType.DELETE) {
        ids.put(change, remove(root, change.getOldPath().split("/"), 0));
      }
    }
    for (DiffEntry change : changes) {
      if (change.getChangeType() != ChangeType.DELETE) {
        put(root, commit, change, ids.get(change));
      }
    }
    return root.build();
  }

  private List<DiffEntry> moved(List<DiffEntry> changes) throws IOException {
    long added = changes.stream().filter(it -> it.getChangeType() == ChangeType.ADD).count();
    long deleted = changes.stream().filter(it -> it.getChangeType() == ChangeType.DELETE).count();
    if (added == 0 || deleted == 0 || added > MANY || deleted > MANY) {
      return changes;
    }
    RenameDetector detector = new RenameDetector(repository);
    detector.setRenameScore(50);
    detector.addAll(changes);
    try {
      return detector.compute();
    } catch (MissingObjectException e) {
      return changes;
    }
  }

  /** Removes a file, and the folders that have nothing in them then; returns its id. */
  private static NodeId remove(NodeBuilder folder, String[] steps, int at) {
    Name name = Name.of(steps[at]);
    NodeId id;
    if (at == steps.length - 1) {
      id = folder.entry(name).orElseThrow().id();
      folder.remove(name);
    } else {
      NodeBuilder inside = folder.child(name);
      id = remove(inside, steps, at + 1);
      if (inside.size() == 0) {
        folder.remove(name);
      }
    }
    return id;
  }

  private void put(NodeBuilder root, RevCommit commit, DiffEntry change, NodeId known)
      throws IOException {
    String path = change.getNewPath();
    String[] steps = path.split("/");
    NodeBuilder folder = root;
    int length = 0;
    for (int i = 0; i < steps.length - 1; i++) {
      length += steps[i].length() + (i > 0 ? 1 : 0);
      Name name = Name.of(steps[i]);
      if (folder.entry(name).filter(it -> it.node().kind().equals(Kind.FOLDER)).isEmpty()) {
        folder.remove(name);
        NodeId id = id("folder", commit, path.substring(0, length));
        folder.put(new Entry(id, name, Place.NONE, nodes.builder(Kind.FOLDER).build()));
      }
      folder = folder.child(name);
    }
    Name name = Name.of(steps[steps.length - 1]);
    Optional<Entry> before = folder.entry(name);
    NodeId id =
        known != null ? known : before.map(Entry::id).orElseGet(() -> id("file", commit, path));
    if (before.isPresent() && !before.get().id().equals(id)) {
      folder.remove(name);
    }
    FileMode mode = change.getNewMode();
    ObjectId content = change.getNewId().toObjectId();
    folder.put(new Entry(id, name, Place.NONE, files.node(content, mode)));
  }

  private static NodeId id(String sort, RevCommit birth, String path) {
    byte[] commit = new byte[20];
    birth.getId().copyRawTo(commit, 0);
    MessageDigest digest = Hash.newDigest();
    digest.update(sort.getBytes(StandardCharsets.US_ASCII));
    digest.update(ByteBuffer.allocate(Hash.LENGTH).put(commit).array());
    digest.update(path.getBytes(StandardCharsets.UTF_8));
    return NodeId.derived(Hash.ofDigest(digest));
  }
}
