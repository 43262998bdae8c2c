package org.fxd.graph.core.workspace;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Deposit;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;

/** Objects on their way into one project. The turn is held from the first of a piece to its end. */
final class ProjectDeposit implements Deposit {
  private final ProjectWorkspace workspace;
  private final List<Lease> leases = new ArrayList<>();
  private Lease saved;
  private Piece piece;
  private boolean closed;

  /** What was put in since the last save. */
  private final class Piece {
    private final WriteTurn.Held held = workspace.turn().takeLast();
    private final Set<Hash> contents = new HashSet<>();
    private final ObjectWriter writer =
        new ObjectWriter(workspace.objects(), held.batch(), contents);
    private long bytes;
  }

  ProjectDeposit(ProjectWorkspace workspace) {
    this.workspace = workspace;
    this.saved = workspace.store().lease(List.of());
    leases.add(workspace.store().lease(List.of(workspace.state().node().hash())));
  }

  @Override
  public Blob blob(InputStream in) {
    Batch.Stored stored = piece().held.batch().putBlob(in);
    return taken(stored.hash(), stored.size());
  }

  @Override
  public Blob blob(Blob content) {
    piece().held.batch().put(ObjectType.BLOB, content.hash(), content.bytes());
    return taken(content.hash(), content.size());
  }

  private Blob taken(Hash hash, long size) {
    piece.contents.add(hash);
    piece.bytes += size;
    return workspace.objects().blob(hash, size, this::open);
  }

  /** Opens content: from the batch as long as that is open. */
  private Optional<InputStream> open(Hash hash) {
    Piece now = piece;
    return now == null ? workspace.objects().open(hash) : now.held.batch().open(hash);
  }

  @Override
  public Hash put(byte[] encoded) {
    byte[] copy = encoded.clone();
    ObjectType type = ObjectType.of(copy);
    Hash hash = Hash.ofContent(copy);
    piece().held.batch().put(type, hash, copy);
    piece.bytes += copy.length;
    return hash;
  }

  @Override
  public Hash put(Node tree) {
    piece().writer.write(tree);
    return tree.hash();
  }

  @Override
  public void index(byte[] key, byte[] value) {
    piece().held.batch().index(key, value);
    piece.bytes += key.length + (value == null ? 0 : value.length);
  }

  @Override
  public long unsaved() {
    return piece == null ? 0 : piece.bytes + piece.writer.bytes();
  }

  @Override
  public void save(Collection<Hash> roots) {
    requireOpen();
    // Before anything is durable, so that a collection finds the one or the other.
    Lease next = workspace.store().lease(roots);
    try {
      if (piece != null) {
        piece.held.batch().commit();
      }
    } finally {
      endPiece();
      saved.close();
      saved = next;
    }
  }

  @Override
  public Set<Hash> find(Collection<Hash> objects) {
    requireOpen();
    boolean first = piece == null;
    Set<Hash> wanted = new LinkedHashSet<>(objects);
    try {
      // With the turn, as nothing is collected meanwhile.
      piece();
      leases.add(workspace.store().lease(wanted));
      Map<Hash, Lookup> answers = workspace.store().get(wanted);
      wanted.removeIf(hash -> !(answers.get(hash) instanceof Lookup.Present));
      return wanted;
    } finally {
      if (first) {
        endPiece();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    endPiece();
    saved.close();
    leases.forEach(Lease::close);
  }

  private Piece piece() {
    requireOpen();
    if (piece == null) {
      piece = new Piece();
    }
    return piece;
  }

  private void endPiece() {
    if (piece != null) {
      Piece ended = piece;
      piece = null;
      ended.held.close();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("This deposit is closed");
    }
  }
}
