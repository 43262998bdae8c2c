package org.fxd.git.jgit.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.jgit.work.Workers;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;

/**
 * Reads commits on all cores while one thread takes them, in order. The bytes on the way are
 * bounded. No thread is ever interrupted: that would close the files of the repository under all
 * others.
 */
final class ReadAhead {
  private static final int TOGETHER = 16;
  private static final long MOST_BYTES = 24L << 20;

  /** Trees may be deep, and are gone down into step by step. */
  private static final long STACK = 16L << 20;

  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Supplier<GitReader> readers;
  private final Predicate<ObjectId> known;
  private final Cancellation cancellation;
  private final Cancellation stop = new Cancellation();
  private final Room room = new Room(MOST_BYTES);

  /** Is given what was read. */
  interface Taker {
    /** A content that the next commits have. */
    void content(ReadContent content);

    /** A commit, behind its parents and its contents. */
    void commit(ReadCommit commit);
  }

  /** What a worker gives: a content, a commit, what it failed with, or that it has ended. */
  private sealed interface Item {
    record OfContent(ReadContent content) implements Item {}

    record OfCommit(ReadCommit commit) implements Item {}

    record Failed(Throwable cause) implements Item {}

    record Ended() implements Item {}
  }

  private record Batch(int number, List<WalkedCommit> commits, BlockingQueue<Item> items) {}

  /**
   * A reading that has not begun.
   *
   * @param readers each gives a reader of its own, which is closed in the end
   * @param known contents that need not be read
   */
  ReadAhead(Supplier<GitReader> readers, Predicate<ObjectId> known, Cancellation cancellation) {
    this.readers = readers;
    this.known = known;
    this.cancellation = cancellation;
  }

  /** Reads commits and gives them to someone, on this thread. */
  void read(List<WalkedCommit> commits, Taker taker) {
    List<GitReader> open = new ArrayList<>();
    try (Workers workers = Workers.uninterrupted("fxd-import", THREADS, STACK)) {
      try {
        BlockingQueue<CommitReading> idle = new LinkedBlockingQueue<>();
        for (int i = 0; i < THREADS; i++) {
          GitReader reader = readers.get();
          open.add(reader);
          idle.add(new CommitReading(reader, known, stop));
        }
        read(batches(commits), workers, idle, taker);
      } finally {
        stop.cancel();
        room.close();
      }
    } finally {
      open.forEach(GitReader::close);
    }
  }

  private static List<Batch> batches(List<WalkedCommit> commits) {
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < commits.size(); from += TOGETHER) {
      int to = Math.min(commits.size(), from + TOGETHER);
      batches.add(
          new Batch(batches.size(), commits.subList(from, to), new LinkedBlockingQueue<>()));
    }
    return batches;
  }

  private void read(
      List<Batch> batches, Workers workers, BlockingQueue<CommitReading> idle, Taker taker) {
    Deque<Batch> under = new ArrayDeque<>();
    int next = 0;
    while (next < batches.size() || !under.isEmpty()) {
      while (next < batches.size() && under.size() < 2 * THREADS) {
        Batch batch = batches.get(next++);
        under.add(batch);
        workers.execute(() -> read(batch, idle));
      }
      Batch first = under.remove();
      room.next(first.number());
      take(first, taker);
    }
  }

  /** On a worker. */
  private void read(Batch batch, BlockingQueue<CommitReading> idle) {
    BlockingQueue<Item> items = batch.items();
    CommitReading reading = idle.remove();
    try {
      reading.begin();
      for (WalkedCommit commit : batch.commits()) {
        stop.check();
        ReadCommit read =
            reading.read(
                commit,
                content -> {
                  takeRoom(batch, content.size());
                  items.add(new Item.OfContent(content));
                });
        items.add(new Item.OfCommit(read));
      }
      items.add(new Item.Ended());
    } catch (RuntimeException | Error e) {
      items.add(new Item.Failed(e));
    } finally {
      idle.add(reading);
    }
  }

  private void takeRoom(Batch batch, long bytes) {
    try {
      room.take(batch.number(), bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped as asked; nothing was changed.", e);
    }
  }

  private void take(Batch batch, Taker taker) {
    while (true) {
      Item item = next(batch.items());
      if (item instanceof Item.OfContent read) {
        taker.content(read.content());
        room.give(read.content().size());
      } else if (item instanceof Item.OfCommit read) {
        taker.commit(read.commit());
      } else if (item instanceof Item.Failed failed) {
        throw failure(failed.cause());
      } else {
        return;
      }
    }
  }

  private Item next(BlockingQueue<Item> items) {
    try {
      Item item = null;
      while (item == null) {
        cancellation.check();
        item = items.poll(100, TimeUnit.MILLISECONDS);
      }
      return item;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped as asked; nothing was changed.", e);
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
