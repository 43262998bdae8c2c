package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Compresses on other threads while the writer writes, and hands the results on in the order they
 * came in. What waits is bounded: when much does, the caller compresses or writes itself.
 */
final class Packer {
  /** Content below this is compressed faster than handed to another thread. */
  private static final int MIN_SIZE = 2048;

  private static final long MAX_WAITING_BYTES = 8 << 20;
  private static final int QUEUE = 64;
  private static final int IDLE_SECONDS = 5;

  private final ThreadPoolExecutor threads;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long waitingBytes;

  Packer(ThreadPoolExecutor threads) {
    this.threads = threads;
  }

  /** What is done with an object when it is compressed. */
  @FunctionalInterface
  interface Sink {
    void accept(Encoded encoded) throws SQLException;
  }

  private record Waiting(int size, Future<Encoded> encoded, Sink sink) {}

  /** Threads for packers, made when there is work and ended soon after; named after the file. */
  static ThreadPoolExecutor threads(String name) {
    int count = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() - 1));
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            work -> {
              Thread thread = new Thread(work, "fxd-pack " + name);
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Compresses the content, now or soon, and gives it to the sink, in this thread. */
  void add(byte[] content, Sink sink) throws SQLException {
    FutureTask<Encoded> task = new FutureTask<>(() -> Codec.pack(content));
    if (content.length < MIN_SIZE) {
      task.run();
    } else {
      threads.execute(task);
    }
    waiting.add(new Waiting(content.length, task, sink));
    waitingBytes += content.length;
    while (!waiting.isEmpty()
        && (waitingBytes > MAX_WAITING_BYTES || waiting.peek().encoded.isDone())) {
      passOn();
    }
  }

  /** Waits for all that was added, and hands it on. */
  void finish() throws SQLException {
    while (!waiting.isEmpty()) {
      passOn();
    }
  }

  /** Forgets what was not handed on. */
  void cancel() {
    waiting.forEach(each -> each.encoded.cancel(false));
    waiting.clear();
    waitingBytes = 0;
  }

  private void passOn() throws SQLException {
    Waiting first = waiting.remove();
    waitingBytes -= first.size;
    first.sink.accept(result(first.encoded));
  }

  /** An interrupt does not stop a write half-way; it is kept for whoever looks for it next. */
  private static Encoded result(Future<Encoded> encoded) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return encoded.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          if (e.getCause() instanceof RuntimeException failure) {
            throw failure;
          }
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
