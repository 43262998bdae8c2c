package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.store.sqlite.Codec;

/** Puts lineages into frames. */
public final class LineagePacker {
  public interface Sink {
    void accept(PackedFrame frame);
  }

  private final PackSettings settings;
  private final Sink sink;
  private final FrameWriter writer = new FrameWriter();
  private long[] keys = new long[64];

  public LineagePacker(PackSettings settings, Sink sink) {
    this.settings = settings;
    this.sink = sink;
  }

  public void add(Lineage lineage) {
    for (int v = 0; v < lineage.size(); v++) {
      byte[] bytes = lineage.version(v);
      if (!writer.isEmpty() && writer.size() + bytes.length > settings.size()) {
        finish();
      }
      int number = writer.add(lineage.type(), bytes);
      if (number == keys.length) {
        keys = Arrays.copyOf(keys, 2 * number);
      }
      keys[number] = lineage.key(v);
    }
  }

  public void finish() {
    if (!writer.isEmpty()) {
      int count = writer.count();
      sink.accept(new PackedFrame(Codec.pack(writer.finish()), Arrays.copyOf(keys, count)));
    }
  }
}
