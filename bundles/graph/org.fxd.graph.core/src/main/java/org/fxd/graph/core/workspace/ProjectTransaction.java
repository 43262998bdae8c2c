package org.fxd.graph.core.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.Savepoint;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.cursor.EditedTree;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lease;
import org.fxd.store.api.ObjectType;

/** A change of one project in the making. */
final class ProjectTransaction implements Transaction {
  /** Content up to this size is held in memory until the commit. */
  static final int SMALL = 8 * 1024;

  private final ProjectWorkspace workspace;
  private final ProjectState base;
  private final int collections;
  private final Origin origin;
  private final Lease lease;
  private final RefEdits refs = new RefEdits();
  private final Map<Hash, byte[]> attached = new LinkedHashMap<>();
  private final SortedMap<String, String> fields = new TreeMap<>();
  private final List<Node> trees = new ArrayList<>();
  private final Set<String> depends = new LinkedHashSet<>();
  private final Set<Hash> streamed = new HashSet<>();
  private final List<TreeSavepoint> savepoints = new ArrayList<>();
  private final EditedTree tree;
  private TreeBuilder root;
  private volatile WriteTurn.Held held;
  private volatile boolean done;

  /**
   * A change of a state.
   *
   * @param collections how many collections there were before that state was looked at
   */
  ProjectTransaction(
      ProjectWorkspace workspace, ProjectState base, int collections, Origin origin) {
    this.workspace = workspace;
    this.base = base;
    this.collections = collections;
    this.lease = workspace.store().lease(List.of(base.node().hash()));
    this.origin = origin;
    this.tree = new EditedTree(base::root, this::root, workspace.finder(), workspace.expansions());
  }

  /** The tree as cursors see it. */
  EditedTree tree() {
    checkOpen();
    return tree;
  }

  @Override
  public State base() {
    return base;
  }

  @Override
  public TreeBuilder root() {
    checkOpen();
    if (root == null) {
      root = builder(base.root());
    }
    return root;
  }

  @Override
  public void root(Node next) {
    checkOpen();
    if (!next.kind().equals(Kind.ROOT)) {
      throw new IllegalArgumentException("Not a root, but a node of kind '" + next.kind() + "'");
    }
    root = builder(next);
    tree.exchanged();
  }

  @Override
  public void ref(String name, Ref target) {
    checkOpen();
    refs.set(name, Optional.ofNullable(target));
  }

  @Override
  public void dependOn(String name) {
    checkOpen();
    depends.add(name);
  }

  @Override
  public Blob blob(InputStream in) {
    checkOpen();
    try {
      byte[] start = in.readNBytes(SMALL + 1);
      if (start.length <= SMALL) {
        return Blob.of(start);
      }
      Batch.Stored stored =
          turn().putBlob(new SequenceInputStream(new ByteArrayInputStream(start), in));
      streamed.add(stored.hash());
      return workspace.objects().blob(stored.hash(), stored.size(), this::open);
    } catch (IOException e) {
      throw new StoreException("Cannot read the content to be stored: " + e.getMessage(), e);
    }
  }

  /** Opens content that was streamed: from the batch as long as that is open. */
  private Optional<InputStream> open(Hash hash) {
    WriteTurn.Held writing = held;
    return done || writing == null ? workspace.objects().open(hash) : writing.batch().open(hash);
  }

  @Override
  public Hash attach(byte[] encoded) {
    checkOpen();
    byte[] copy = encoded.clone();
    ObjectType.of(copy);
    Hash hash = Hash.ofContent(copy);
    attached.put(hash, copy);
    return hash;
  }

  @Override
  public void field(String name, String value) {
    checkOpen();
    OperationCodec.check(name, value);
    if (fields.size() == Limits.FIELDS && !fields.containsKey(name)) {
      throw new IllegalArgumentException("An operation has at most " + Limits.FIELDS + " fields");
    }
    fields.put(name, value);
  }

  @Override
  public Hash attach(Node tree) {
    checkOpen();
    trees.add(TreeNode.of(tree));
    return tree.hash();
  }

  @Override
  public Change commit(String description) {
    checkOpen();
    Optional<Heads.Sealed> sealed = Optional.empty();
    Optional<ConflictException> contradicted = Optional.empty();
    try {
      tree.settle();
      // Building and hashing is most of the work, and is done before anyone has to wait.
      Node changed = StateEdit.with(base.node(), root().build(), refs.wanted());
      if (changed.hash().equals(base.node().hash())) {
        return workspace.unchanged();
      }
      Edited edited =
          new Edited(base, changed, fields, depends, trees, attached, streamed, collections);
      sealed = workspace.seal(turn(), edited, origin, description);
    } catch (ConflictException e) {
      contradicted = Optional.of(e);
    } finally {
      close();
    }
    if (contradicted.isPresent()) {
      // Who looks at the state now, to try again, is to see what came between.
      workspace.settle();
      throw contradicted.get();
    }
    // The next change may begin while this one is on its way to the disk.
    if (sealed.isPresent()) {
      return sealed.get().await();
    }
    // What it wanted may be what another change, on its way to the disk, has done.
    workspace.settle();
    return workspace.unchanged();
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Savepoint savepoint() {
    checkOpen();
    TreeSavepoint savepoint = new TreeSavepoint(this, root().build(), refs.count(), tree.mark());
    savepoints.add(savepoint);
    return savepoint;
  }

  /** Goes back to a moment; all later ones end. */
  void rollback(TreeSavepoint savepoint) {
    checkOpen();
    int at = savepoints.indexOf(savepoint);
    if (at < 0) {
      throw new IllegalStateException(
          "This savepoint was released, or the transaction went back to an earlier one");
    }
    savepoints.subList(at + 1, savepoints.size()).clear();
    root = builder(savepoint.root());
    refs.back(savepoint.refs());
    tree.back(savepoint.files());
  }

  /** Ends a moment and all later ones. */
  void release(TreeSavepoint savepoint) {
    checkOpen();
    int at = savepoints.indexOf(savepoint);
    if (at >= 0) {
      savepoints.subList(at, savepoints.size()).clear();
    }
  }

  @Override
  public Cursor at(NodePath path) {
    return tree().at(path);
  }

  @Override
  public Cursor at(NodeId id) {
    return tree().at(id);
  }

  @Override
  public void close() {
    done = true;
    root = null;
    savepoints.clear();
    lease.close();
    if (held != null) {
      held.close();
    }
  }

  private static TreeBuilder builder(Node root) {
    return (TreeBuilder) TreeNode.of(root).builder();
  }

  private Batch turn() {
    if (held == null) {
      held = workspace.turn().take();
    }
    return held.batch();
  }

  private void checkOpen() {
    if (done) {
      throw new IllegalStateException("This transaction is committed or closed");
    }
  }
}
