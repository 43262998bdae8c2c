package org.fxd.store.sqlite.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.fxd.graph.api.Hash;

/**
 * Packs objects that hold the hashes of others: nodes, commits, operations. They come in the order
 * of a walk through a history, from the newest or from the oldest; what was made together comes
 * together. Some megabytes of them wait, and are put in such an order that each stands behind those
 * that it refers to. So the hash of one in another need not be stored, and for most nodes of a
 * history that is all there is to them.
 *
 * <p>For one thread; frames are compressed in others.
 */
public final class GraphPacker {
  /** The lineage of an object that is no version of anything. */
  public static final long NO_LINEAGE = 0;

  private static final int MOST_WAITING = 16 << 20;

  /** What an object takes beside its bytes, about. */
  private static final int ENTRY = 100;

  private final OpenFrame frame;
  private final DeltaEncoder encoder = new DeltaEncoder();
  private final Map<Long, Versions> lineages = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final ChildrenFirst order = new ChildrenFirst();
  private long waitingBytes;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(int type, long lineage, long key, Hash hash, byte[] object) {}

  /** A packer that compresses frames in the thread that packs. */
  public GraphPacker(PackSettings settings, PackedFrames sink) {
    this(settings, Runnable::run, sink);
  }

  /**
   * A packer.
   *
   * @param threads where frames are compressed
   */
  public GraphPacker(PackSettings settings, Executor threads, PackedFrames sink) {
    this.frame = new OpenFrame(settings, threads, sink);
  }

  /**
   * Packs an object, now or later.
   *
   * @param type the code of its type, or a {@link FrameType}
   * @param lineage the same for all versions of one thing, or {@link #NO_LINEAGE}
   * @param key what the caller knows it by; comes back in {@link PackedFrame#keys}
   * @param hash its hash, which must be right
   * @param object its bytes, which are not changed
   */
  public void add(int type, long lineage, long key, Hash hash, byte[] object) {
    waiting.add(new Waiting(type, lineage, key, hash, object));
    order.add(hash, object);
    waitingBytes += object.length + ENTRY;
    if (waitingBytes > MOST_WAITING) {
      write();
    }
  }

  /** Hands on what was not handed on yet. */
  public void finish() {
    write();
    frame.finish();
    lineages.clear();
  }

  private void write() {
    for (int number : order.finish()) {
      write(waiting.get(number));
    }
    waiting.clear();
    waitingBytes = 0;
  }

  private void write(Waiting next) {
    Chosen chosen =
        next.lineage == NO_LINEAGE ? null : versions(next.lineage).choose(next.object, encoder);
    if (!frame.fits(next.object, chosen)) {
      frame.turn();
      lineages.clear();
      chosen = null;
    }
    Version version = frame.add(next.type, next.hash, next.object, chosen, next.key);
    if (next.lineage != NO_LINEAGE) {
      versions(next.lineage).add(version);
    }
  }

  private Versions versions(long lineage) {
    return lineages.computeIfAbsent(lineage, none -> new Versions());
  }
}
