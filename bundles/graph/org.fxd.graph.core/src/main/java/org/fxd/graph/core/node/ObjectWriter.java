package org.fxd.graph.core.node;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkCodec;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.Item;
import org.fxd.graph.core.entries.Leaf;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;

/**
 * Writes what of a tree is not in a store yet. What was read from that store is known to be there
 * and is not touched, so the cost follows what changed; what came from another store is copied.
 */
public final class ObjectWriter {
  /** Trees deeper than this are refused. */
  public static final int MAX_DEPTH = Limits.DEPTH;

  private static final int REMEMBERED = 64;

  private final ObjectReader target;
  private final Batch batch;
  private final Set<Hash> streamed;
  private final boolean wary;
  private final Progress progress;
  private final Set<Hash> written = new HashSet<>();
  private int nodes;
  private long bytes;

  /** A writer into a store that nothing was collected from. */
  public ObjectWriter(ObjectReader target, Batch batch, Set<Hash> streamed) {
    this(target, batch, streamed, false, Progress.NONE);
  }

  /**
   * The same.
   *
   * @param progress told of each object that is written
   */
  public ObjectWriter(ObjectReader target, Batch batch, Set<Hash> streamed, Progress progress) {
    this(target, batch, streamed, false, progress);
  }

  /**
   * A writer into a batch of the store that {@code target} reads.
   *
   * @param streamed content that is in the batch already; looked at when a tree is written
   * @param wary whether what was read from that store may have been collected since, so that it is
   *     looked for. What is there is there with all that it leads to
   */
  public ObjectWriter(ObjectReader target, Batch batch, Set<Hash> streamed, boolean wary) {
    this(target, batch, streamed, wary, Progress.NONE);
  }

  private ObjectWriter(
      ObjectReader target, Batch batch, Set<Hash> streamed, boolean wary, Progress progress) {
    this.target = target;
    this.progress = progress;
    this.wary = wary;
    this.batch = batch;
    this.streamed = streamed;
  }

  /** How many bytes the nodes have that were written so far. */
  public long bytes() {
    return bytes;
  }

  /** Writes a tree. */
  public void write(Node tree) {
    // Depth counts from the root, which a state holds one step below itself.
    node(TreeNode.of(tree), tree.kind().equals(Kind.STATE) ? -1 : 0);
  }

  private void node(TreeNode node, int depth) {
    if (node instanceof StoredNode stored && stored.objects() == target) {
      stays(node.hash());
      return;
    }
    if (!written.add(node.hash())) {
      return;
    }
    if (depth > MAX_DEPTH) {
      throw new FxdException("The tree is nested deeper than " + MAX_DEPTH + " levels.");
    }
    NodeBody body = node.body();
    value(body.value());
    body.metadata().values().forEach(this::value);
    for (Item item : body.map().items()) {
      item(item, depth);
    }
    byte[] encoded = NodeCodec.encode(body);
    put(ObjectType.NODE, node.hash(), encoded);
    if (nodes++ < REMEMBERED) {
      target.remember(node.hash(), encoded);
    }
  }

  private void item(Item item, int depth) {
    if (item instanceof Leaf leaf) {
      node(TreeNode.of(leaf.node()), depth + 1);
    } else if (item instanceof ChunkRef ref && ref.source().orElse(null) == target) {
      stays(ref.hash());
    } else if (item instanceof ChunkRef ref && written.add(ref.hash())) {
      Chunk chunk = ref.chunk();
      for (Item inside : chunk.items()) {
        item(inside, depth);
      }
      put(ObjectType.CHUNK, ref.hash(), ChunkCodec.encode(chunk));
    }
  }

  private void put(ObjectType type, Hash hash, byte[] encoded) {
    batch.put(type, hash, encoded);
    bytes += encoded.length;
    progress.advance(1);
  }

  private void stays(Hash stored) {
    if (wary && written.add(stored) && target.find(stored).isEmpty()) {
      throw new ConflictException(
          "What this change was made with was collected meanwhile; nothing was written.",
          "Begin it again, from the newest state.");
    }
  }

  private void value(Value value) {
    if (value instanceof Value.OfBlob ofBlob) {
      blob(ofBlob.blob());
    }
  }

  private void blob(Blob blob) {
    if (streamed.contains(blob.hash()) || !written.add(blob.hash())) {
      return;
    }
    if (blob instanceof StoredBlob stored && stored.objects() == target) {
      if (!target.has(blob.hash())) {
        throw new StoreException(
            "The content "
                + blob.hash().brief()
                + " was given to a transaction that was not committed, so it is gone.");
      }
      return;
    }
    if (!(blob instanceof StoredBlob) && blob.size() <= Integer.MAX_VALUE) {
      batch.put(ObjectType.BLOB, blob.hash(), blob.bytes());
      progress.advance(1);
      return;
    }
    try (InputStream in = blob.open()) {
      Batch.Stored stored = batch.putBlob(in);
      progress.advance(1);
      if (!stored.hash().equals(blob.hash())) {
        throw new StoreException("The content " + blob.hash().brief() + " changed while copied.");
      }
    } catch (IOException e) {
      throw new StoreException(
          "Cannot copy the content " + blob.hash().brief() + ": " + ObjectReader.reason(e) + ".",
          e);
    }
  }
}
