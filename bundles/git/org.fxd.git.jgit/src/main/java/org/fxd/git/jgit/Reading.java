package org.fxd.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.source.api.Sources;

/**
 * Reads files on all cores, and counts their snippets there, while one thread takes what is new
 * into the transaction. The bytes on the way are bounded; large files go straight from disk to
 * store.
 */
final class Reading {
  private static final long MOST_BYTES = 32L << 20;
  private static final int MOST_FILES = 256;

  private final Sources sources;
  private final Transaction transaction;
  private final Progress progress;
  private final Cancellation cancellation;
  private final boolean scan;
  private final List<String> skipped = new ArrayList<>();

  /** What a worker found out; the blob holds the bytes if they were read whole. */
  private record Read(
      Optional<Content> content, Optional<Blob> bytes, long snippets, Optional<String> problem) {}

  private record Task(Found file, long bytes, Future<Read> read) {}

  /**
   * A reading.
   *
   * @param scan whether the snippets of new files are counted
   */
  Reading(
      Sources sources,
      Transaction transaction,
      boolean scan,
      Progress progress,
      Cancellation cancellation) {
    this.sources = sources;
    this.transaction = transaction;
    this.scan = scan;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Reads files and gives each its content; one that cannot be read gets none.
   *
   * @return what could not be read, each with its path and why
   */
  List<String> read(List<Found> files) {
    AtomicInteger number = new AtomicInteger();
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "fxd-import-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    try {
      read(files.iterator(), workers);
      return skipped;
    } finally {
      end(workers);
    }
  }

  private void read(Iterator<Found> files, ExecutorService workers) {
    Deque<Task> under = new ArrayDeque<>();
    long bytes = 0;
    while (files.hasNext() || !under.isEmpty()) {
      while (files.hasNext() && bytes < MOST_BYTES && under.size() < MOST_FILES) {
        Found file = files.next();
        long size = Math.min(file.attributes().size(), FileReader.LARGEST_WHOLE);
        bytes += size;
        under.add(new Task(file, size, workers.submit((Callable<Read>) () -> read(file))));
      }
      cancellation.check();
      Task done = under.remove();
      take(done.file(), result(done.read()));
      bytes -= done.bytes();
      progress.advance(1);
    }
  }

  /** On a worker. */
  private Read read(Found file) {
    cancellation.check();
    try {
      if (file.attributes().size() > FileReader.LARGEST_WHOLE) {
        return large(file);
      }
      FileReader.Whole whole = FileReader.whole(file.path(), file.attributes());
      if (whole.blob().isEmpty()) {
        return large(file);
      }
      Blob blob = whole.blob().get();
      Content content = new Content(blob.hash(), blob.size(), whole.binary(), Optional.empty());
      return new Read(
          Optional.of(content),
          Optional.of(blob),
          count(file, content, blob),
          whole.steady()
              ? Optional.empty()
              : Optional.of("it kept changing while it was read; taken in as it was then"));
    } catch (IOException e) {
      return new Read(Optional.empty(), Optional.empty(), -1, Optional.of(Reasons.of(e)));
    }
  }

  private static Read large(Found file) throws IOException {
    return new Read(
        Optional.of(FileReader.measure(file.path())), Optional.empty(), -1, Optional.empty());
  }

  /**
   * Files that differ are counted when they have been compared with what they were, and those that
   * do not are not looked into.
   */
  private long count(Found file, Content content, Blob blob) {
    Optional<Node> before = file.fileBefore();
    if (before.isPresent()) {
      return isSame(before.get(), content) ? 0 : -1;
    }
    return scan
        ? sources.count(file.name(), sources.raw(blob, file.executable()), cancellation)
        : -1;
  }

  private static boolean isSame(Node before, Content content) {
    return MovedFiles.contentOf(before).filter(content.hash()::equals).isPresent();
  }

  /** On the transaction's thread. */
  private void take(Found file, Read read) {
    read.problem().ifPresent(why -> skipped.add(file + ": " + why));
    if (read.content().isEmpty()) {
      return;
    }
    Content content = read.content().get();
    file.snippets(read.snippets());
    if (file.fileBefore().filter(before -> isSame(before, content)).isPresent()) {
      file.content(content);
      return;
    }
    try (InputStream in =
        read.bytes().isPresent() ? read.bytes().get().open() : FileReader.open(file.path())) {
      file.content(content.with(transaction.blob(in)));
    } catch (IOException e) {
      skipped.add(file + ": " + Reasons.of(e));
    }
  }

  private static Read result(Future<Read> read) {
    try {
      return read.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped as asked; nothing was changed.", e);
    }
  }

  /** Workers look at the project's services, so none may be left when the import ends. */
  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
