package org.fxd.store.sqlite;

import com.github.luben.zstd.ZstdCompressCtx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The working memory of compressors, used again and again: to set up a megabyte of it costs more
 * than to compress the few hundred bytes that most objects have.
 */
public final class ZstdContexts {
  /** As many as there may be threads that compress; more are made, but not kept. */
  private static final int MOST_KEPT = 4;

  private final int level;
  private final BlockingQueue<ZstdCompressCtx> idle = new ArrayBlockingQueue<>(MOST_KEPT);

  ZstdContexts(int level) {
    this.level = level;
  }

  /** Compresses to one frame that states its content's size. */
  byte[] compress(byte[] content) {
    ZstdCompressCtx kept = idle.poll();
    ZstdCompressCtx context = kept == null ? new ZstdCompressCtx().setLevel(level) : kept;
    boolean sound = false;
    try {
      byte[] data = context.compress(content);
      sound = true;
      return data;
    } finally {
      if (!sound || !idle.offer(context)) {
        context.close();
      }
    }
  }
}
