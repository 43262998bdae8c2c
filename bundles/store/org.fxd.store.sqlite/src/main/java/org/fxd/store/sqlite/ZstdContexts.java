package org.fxd.store.sqlite;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The working memory of zstd, used again and again: to set up a megabyte of it costs more than to
 * compress the few hundred bytes that many objects have.
 */
public final class ZstdContexts {
  /** As many as there may be threads at work; more are made, but not kept. */
  private static final int MOST_KEPT = 4;

  private final int level;
  private final BlockingQueue<ZstdCompressCtx> idle = new ArrayBlockingQueue<>(MOST_KEPT);
  private final BlockingQueue<ZstdDecompressCtx> idleToo = new ArrayBlockingQueue<>(MOST_KEPT);

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

  /** Decompresses one frame into an array; gives how many bytes that were. */
  int decompress(byte[] data, byte[] into) {
    ZstdDecompressCtx kept = idleToo.poll();
    ZstdDecompressCtx context = kept == null ? new ZstdDecompressCtx() : kept;
    boolean sound = false;
    try {
      int size = context.decompressByteArray(into, 0, into.length, data, 0, data.length);
      sound = true;
      return size;
    } finally {
      if (!sound || !idleToo.offer(context)) {
        context.close();
      }
    }
  }
}
