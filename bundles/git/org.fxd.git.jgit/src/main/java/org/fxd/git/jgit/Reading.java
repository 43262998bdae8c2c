package org.fxd.git.jgit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.fxd.git.jgit.work.Workers;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.source.api.Sources;

/**
 * Reads files on all cores, and counts their snippets there, while one thread hands on what is new.
 * The bytes on the way are bounded; large files go straight from disk to where they are taken.
 * Files that nobody touched since they were read last are not read.
 */
final class Reading {
  private static final long MOST_BYTES = 32L << 20;
  private static final int MOST_FILES = 256;

  private final Sources sources;
  private final Taker taker;
  private final Progress progress;
  private final Cancellation cancellation;
  private final boolean scan;
  private final List<String> skipped = new ArrayList<>();

  /** What a worker found out; the blob holds the bytes if they were read whole. */
  private record Read(
      Optional<Content> content,
      Optional<Blob> bytes,
      boolean steady,
      long snippets,
      Optional<String> problem) {}

  private record Task(Found file, long bytes, long began, Future<Read> read) {}

  /**
   * A reading.
   *
   * @param scan whether the snippets of new files are counted
   */
  Reading(
      Sources sources, Taker taker, boolean scan, Progress progress, Cancellation cancellation) {
    this.sources = sources;
    this.taker = taker;
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
    List<Found> unknown = files.stream().filter(file -> !isKnown(file)).toList();
    progress.advance(files.size() - unknown.size());
    if (unknown.isEmpty()) {
      return skipped;
    }
    try (Workers workers = Workers.onAllCores("fxd-import")) {
      read(unknown.iterator(), workers);
      return skipped;
    }
  }

  /** Whether the project has what a file holds, and that is known without reading it. */
  private boolean isKnown(Found file) {
    Optional<Node> before = file.fileBefore();
    if (before.isEmpty()) {
      return false;
    }
    if (file.known() == null || !isSame(before.get(), file.known().content())) {
      return false;
    }
    file.content(file.known().content());
    file.snippets(0);
    return true;
  }

  private void read(Iterator<Found> files, Workers workers) {
    Deque<Task> under = new ArrayDeque<>();
    long bytes = 0;
    while (files.hasNext() || !under.isEmpty()) {
      while (files.hasNext() && bytes < MOST_BYTES && under.size() < MOST_FILES) {
        Found file = files.next();
        long size = Math.min(file.stat().size(), FileReader.LARGEST_WHOLE);
        bytes += size;
        long began = System.currentTimeMillis();
        under.add(new Task(file, size, began, workers.submit(() -> read(file))));
      }
      cancellation.check();
      Task done = under.remove();
      take(done.file(), Workers.result(done.read()), done.began());
      bytes -= done.bytes();
      progress.advance(1);
    }
  }

  /** On a worker. */
  private Read read(Found file) {
    cancellation.check();
    try {
      if (file.stat().size() > FileReader.LARGEST_WHOLE) {
        return large(file);
      }
      FileReader.Whole whole = FileReader.whole(file.path(), file.stat());
      if (whole.blob().isEmpty()) {
        return large(file);
      }
      Blob blob = whole.blob().get();
      Content content = new Content(blob.hash(), blob.size(), whole.binary(), Optional.empty());
      return new Read(
          Optional.of(content),
          Optional.of(blob),
          whole.steady(),
          count(file, content, blob),
          whole.steady()
              ? Optional.empty()
              : Optional.of("it kept changing while it was read; taken in as it was then"));
    } catch (IOException e) {
      return new Read(Optional.empty(), Optional.empty(), false, -1, Optional.of(Reasons.of(e)));
    }
  }

  private static Read large(Found file) throws IOException {
    Content content = FileReader.measure(file.path());
    boolean steady = Stat.of(file.path()).equals(file.stat());
    return new Read(Optional.of(content), Optional.empty(), steady, -1, Optional.empty());
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

  /** On the thread of who asks. */
  private void take(Found file, Read read, long began) {
    read.problem().ifPresent(why -> skipped.add(file + ": " + why));
    file.known(null);
    if (read.content().isEmpty()) {
      return;
    }
    Content content = read.content().get();
    file.snippets(read.snippets());
    if (file.fileBefore().filter(before -> isSame(before, content)).isPresent()) {
      file.content(content);
    } else {
      try {
        file.content(content.with(taker.take(file, content, read.bytes())));
      } catch (IOException e) {
        skipped.add(file + ": " + Reasons.of(e));
        return;
      }
    }
    if (read.steady() && file.content().hash().equals(content.hash())) {
      learn(file, content, began);
    }
  }

  /** Remembers what was read, if whoever writes to the file from now on is sure to show. */
  private static void learn(Found file, Content content, long began) {
    if (file.stat().isSettled(began)) {
      file.known(new FolderMemory.KnownFile(file.stat(), content.withoutBytes()));
    }
  }
}
