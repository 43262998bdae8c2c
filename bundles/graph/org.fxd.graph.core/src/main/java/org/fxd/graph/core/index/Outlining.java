package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.projection.Projectors;

/** Looks into raw files, on all processors while there is something to do. */
final class Outlining implements AutoCloseable {
  /** So many files are handed to a thread at once. */
  private static final int SHARE = 32;

  private static final AtomicInteger THREADS = new AtomicInteger();

  private final Projectors projectors;
  private final Progress progress;
  private final Cancellation cancellation;
  private ExecutorService threads;

  Outlining(Projectors projectors, Progress progress, Cancellation cancellation) {
    this.projectors = projectors;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Looks into files.
   *
   * @param found is given what is found
   * @throws CancelledException if asked to stop; what was found so far is in the map
   */
  void outline(List<Entry> files, Map<NodeId, Kept> found) {
    if (files.size() <= SHARE) {
      found.putAll(share(files));
      cancellation.check();
      return;
    }
    List<Future<Map<NodeId, Kept>>> shares = new ArrayList<>();
    for (int from = 0; from < files.size(); from += SHARE) {
      List<Entry> share = files.subList(from, Math.min(files.size(), from + SHARE));
      shares.add(threads().submit(() -> share(share)));
    }
    try {
      for (Future<Map<NodeId, Kept>> share : shares) {
        found.putAll(share.get());
      }
      cancellation.check();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("Stopped while looking into files; nothing was changed.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("Looking into files failed", e.getCause());
    } finally {
      shares.forEach(share -> share.cancel(true));
    }
  }

  /** As many of some files as it was not asked to stop before. */
  private Map<NodeId, Kept> share(List<Entry> files) {
    Map<NodeId, Kept> found = new LinkedHashMap<>();
    for (Entry file : files) {
      if (cancellation.isCancelled()) {
        break;
      }
      List<Outline> outlines = new ArrayList<>();
      try {
        outline(file, outlines);
      } catch (CancelledException e) {
        if (cancellation.isCancelled()) {
          break;
        }
        throw e;
      }
      found.put(file.id(), Kept.of(Kept.stamp(file), outlines, hint(file, outlines)));
      progress.advance(1);
    }
    return found;
  }

  /** A scanned file may hold raw ones. */
  private void outline(Entry file, List<Outline> outlines) {
    Node node = file.node();
    projectors
        .of(node)
        .ifPresentOrElse(
            projector ->
                projector
                    .outline(file.id(), file.name(), node, cancellation)
                    .ifPresent(outlines::add),
            () -> node.entries().forEach(entry -> outline(entry, outlines)));
  }

  private static byte[] hint(Entry file, List<Outline> outlines) {
    return NodeRows.isRaw(file) && !outlines.isEmpty() ? outlines.get(0).hint() : NodeRows.NOTHING;
  }

  private ExecutorService threads() {
    if (threads == null) {
      threads =
          Executors.newFixedThreadPool(
              Runtime.getRuntime().availableProcessors(),
              work -> {
                Thread thread = new Thread(work, "fxd-index-" + THREADS.incrementAndGet());
                thread.setDaemon(true);
                return thread;
              });
    }
    return threads;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
