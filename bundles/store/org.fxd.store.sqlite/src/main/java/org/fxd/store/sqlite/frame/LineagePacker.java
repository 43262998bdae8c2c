package org.fxd.store.sqlite.frame;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.fxd.store.sqlite.Codec;

/**
 * Packs contents of files: lineage after lineage, each from the newest version to the oldest. The
 * newest is whole, or a delta against the newest of a lineage just before, so lineages that are
 * alike should come together, such as those of a folder. A lineage that outgrows a frame goes on in
 * the next one. For one thread; frames are compressed in others.
 */
public final class LineagePacker {
  /** First versions that the first of the next lineage is compared with. */
  private static final int NEWEST = 4;

  /** Such deltas one after another, at most. */
  private static final int MOST_DEPTH = 8;

  /** What such a delta may cost of the whole, in parts of a hundred: whole, text is small too. */
  private static final int MOST_OF_TEXT = 50;

  /** The same of what does not get smaller: pictures, archives. */
  private static final int MOST_OF_DENSE = 90;

  private static final int SMALL = 64;

  /** So much is looked at to know which of the two it is. */
  private static final int SAMPLE = 4096;

  private static final int QUICKEST = 1;

  private final OpenFrame frame;
  private final DeltaEncoder encoder = new DeltaEncoder();
  private final Deque<Version> newest = new ArrayDeque<>(NEWEST + 1);

  /** A packer that compresses frames in the thread that packs. */
  public LineagePacker(PackSettings settings, PackedFrames sink) {
    this(settings, Runnable::run, sink);
  }

  /**
   * A packer.
   *
   * @param threads where frames are compressed
   */
  public LineagePacker(PackSettings settings, Executor threads, PackedFrames sink) {
    this.frame = new OpenFrame(settings, threads, sink);
  }

  /** Packs a lineage. */
  public void add(Lineage lineage) {
    Versions versions = new Versions();
    Version first = null;
    for (int i = 0; i < lineage.size(); i++) {
      byte[] bytes = lineage.version(i);
      Chosen chosen = first == null ? likeAnother(bytes) : versions.choose(bytes, encoder);
      if (!frame.fits(bytes, chosen)) {
        frame.turn();
        newest.clear();
        versions = new Versions();
        first = null;
        chosen = null;
      }
      Version version = frame.add(lineage.type(), null, bytes, chosen, lineage.key(i));
      versions.add(version);
      first = first == null ? version : first;
    }
    if (first != null) {
      newest.addFirst(first);
      if (newest.size() > NEWEST) {
        newest.removeLast();
      }
    }
  }

  /** Hands on what was not handed on yet. */
  public void finish() {
    frame.finish();
    newest.clear();
  }

  private Chosen likeAnother(byte[] bytes) {
    Chosen best = null;
    int most = newest.isEmpty() ? 0 : mostOf(bytes);
    for (Version other : newest) {
      if (bytes.length > SMALL && other.depth() < MOST_DEPTH) {
        Delta delta = encoder.encode(other.bytes(), bytes, most);
        if (delta != null) {
          best = new Chosen(other, delta);
          most = DeltaEncoder.cost(delta);
        }
      }
    }
    return best;
  }

  private static int mostOf(byte[] bytes) {
    int from = bytes.length / 4;
    int length = Math.min(SAMPLE, bytes.length / 2);
    byte[] sample = Arrays.copyOfRange(bytes, from, from + length);
    int packed = Codec.pack(sample, QUICKEST).data().length;
    int percent = packed > length / 10 * 9 ? MOST_OF_DENSE : MOST_OF_TEXT;
    return (int) ((long) bytes.length * percent / 100);
  }
}
