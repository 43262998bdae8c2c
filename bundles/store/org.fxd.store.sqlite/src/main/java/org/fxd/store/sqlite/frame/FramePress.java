package org.fxd.store.sqlite.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.Encoded;

/**
 * Compresses frames in other threads and hands them on in their order. Few wait at a time. For one
 * thread.
 */
final class FramePress {
  private static final int MOST_WAITING = 3;

  private final Executor threads;
  private final int level;
  private final PackedFrames sink;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Waiting(Future<Encoded> frame, long[] keys) {}

  FramePress(Executor threads, int level, PackedFrames sink) {
    this.threads = threads;
    this.level = level;
    this.sink = sink;
  }

  /** Takes a frame, and hands on what is done. */
  void add(byte[] frame, long[] keys) {
    FutureTask<Encoded> task = new FutureTask<>(() -> Codec.pack(frame, level));
    threads.execute(task);
    waiting.add(new Waiting(task, keys));
    while (waiting.size() > MOST_WAITING || !waiting.isEmpty() && waiting.peek().frame.isDone()) {
      passOn();
    }
  }

  /** Waits for all frames and hands them on. */
  void finish() {
    while (!waiting.isEmpty()) {
      passOn();
    }
  }

  private void passOn() {
    Waiting first = waiting.remove();
    sink.accept(new PackedFrame(result(first.frame), first.keys));
  }

  /** An interrupt does not stop a write half-way; it is kept for whoever looks for it next. */
  private static Encoded result(Future<Encoded> frame) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return frame.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
