package org.fxd.store.sqlite.frame;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.fxd.graph.api.Hash;

/**
 * Packs nodes, commits and operations: in the order in which they came to be, the oldest first, and
 * each behind what it refers to. So a commit's nodes stand together, and a hash of one in another
 * need not be stored: for most nodes that is all there is to them. For one thread; frames are
 * compressed in others.
 */
public final class TimelinePacker {
  /** The lineage of an object that is no version of anything. */
  public static final long NO_LINEAGE = 0;

  private final OpenFrame frame;
  private final DeltaEncoder encoder = new DeltaEncoder();
  private final Map<Long, Versions> lineages = new HashMap<>();

  /**
   * A packer.
   *
   * @param threads where frames are compressed; {@code Runnable::run} for none
   */
  public TimelinePacker(PackSettings settings, Executor threads, FrameSink sink) {
    this.frame = new OpenFrame(settings, threads, sink);
  }

  /**
   * Packs an object.
   *
   * @param type the code of its type, or a {@link FrameType}
   * @param lineage the same for all versions of one thing, or {@link #NO_LINEAGE}
   * @param key what the caller knows it by; comes back in {@link PackedFrame#keys}
   */
  public void add(int type, long lineage, long key, Hash hash, byte[] object) throws SQLException {
    Chosen chosen = lineage == NO_LINEAGE ? null : versions(lineage).choose(object, encoder);
    if (!frame.fits(object, chosen)) {
      frame.turn();
      lineages.clear();
      chosen = null;
    }
    Version version = frame.add(type, hash, object, chosen, key);
    if (lineage != NO_LINEAGE) {
      versions(lineage).add(version);
    }
  }

  /** Hands on what was not handed on yet. */
  public void finish() throws SQLException {
    frame.finish();
    lineages.clear();
  }

  private Versions versions(long lineage) {
    return lineages.computeIfAbsent(lineage, none -> new Versions());
  }
}
