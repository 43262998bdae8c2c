package org.fxd.graph.core.upkeep;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.links.KnownLinks;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.workspace.OperationLinks;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** One collection: marks what is kept, packs it, and lets the store remove the rest. */
final class Collecting {
  private static final Comparator<Operation> NEWEST_FIRST =
      Comparator.comparing(Operation::time).thenComparing(Operation::counter).reversed();

  private final ProjectWorkspace workspace;
  private final Store store;
  private final ObjectReader objects;
  private final KnownLinks links;
  private final Instant oldest;
  private final Progress progress;
  private final Cancellation cancellation;
  private Instant since = Instant.MAX;

  /**
   * A collection that has not begun.
   *
   * @param oldest operations from then or before are not kept
   */
  Collecting(
      ProjectWorkspace workspace,
      KnownLinks links,
      Instant oldest,
      Progress progress,
      Cancellation cancellation) {
    this.workspace = workspace;
    this.store = workspace.store();
    this.objects = new ObjectReader(store);
    this.links = links;
    this.oldest = oldest;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Looks what would be kept. */
  CollectReport look() {
    Marking marking = mark(hash -> {});
    long bytes = store.facts().bytes();
    long others = Math.max(0, store.facts().objects() - marking.marked());
    return report(marking, false, marking.marked(), others, bytes, bytes);
  }

  /** Does it. */
  CollectReport collect() {
    try (Compaction compaction = store.compact()) {
      Marking marking = mark(compaction::keep);
      progress.phase("packing", marking.marked());
      pack(marking.lineages(), compaction);
      progress.phase("removing the rest", -1);
      Compaction.Outcome outcome = compaction.finish(() -> markRest(marking));
      return report(
          marking,
          true,
          outcome.kept(),
          outcome.removed(),
          outcome.bytesBefore(),
          outcome.bytesAfter());
    }
  }

  /**
   * Contents of files lie by their versions. All else leads to each other, and lies in the order of
   * time: the walk went from the newest to the oldest and from above to below, so this goes back.
   */
  private void pack(Lineages lineages, Compaction compaction) {
    lineages.forEach(
        (type, versions) -> {
          cancellation.check();
          if (type == ObjectType.BLOB) {
            compaction.pack(type, versions);
            progress.advance(versions.size());
          }
        });
    lineages.forEachBackwards(
        (type, chain, hash) -> {
          cancellation.check();
          if (type != ObjectType.BLOB) {
            compaction.pack(type, chain, hash);
            progress.advance(1);
          }
        });
  }

  private CollectReport report(
      Marking marking, boolean done, long kept, long removed, long before, long after) {
    return new CollectReport(
        done, kept, removed, marking.others(), marking.operations(), since, before, after);
  }

  private Marking mark(Consumer<Hash> kept) {
    progress.phase("marking", Math.max(1, store.facts().objects()));
    Marking marking = new Marking(store, links, kept, progress, cancellation);
    operations(marking, oldest);
    marking.roots(store.leased());
    marking.settle();
    return marking;
  }

  /** Marks what came since the marking began. Nobody writes meanwhile. */
  private void markRest(Marking marking) {
    workspace.collecting();
    operations(marking, Instant.MIN);
    marking.roots(store.leased());
    marking.settle();
  }

  /** Marks the newest operation, and those before it that are young enough and not marked. */
  private void operations(Marking marking, Instant from) {
    Hash newest =
        store
            .ref(ProjectWorkspace.OPERATION)
            .orElseThrow(() -> new StoreException("The project has lost its newest operation."));
    Queue<Operation> next = new PriorityQueue<>(NEWEST_FIRST);
    read(newest).ifPresent(next::add);
    if (next.isEmpty()) {
      throw objects.damaged(newest, "it is missing", null);
    }
    Operation last = next.element();
    while (!next.isEmpty()) {
      Operation operation = next.remove();
      boolean young = operation.time().isAfter(from);
      if (marking.has(operation.id()) || !young && !operation.id().equals(newest)) {
        continue;
      }
      mark(marking, operation);
      for (Hash parent : operation.parents()) {
        if (!marking.has(parent)) {
          read(parent).ifPresent(next::add);
        }
      }
    }
    undone(marking, last);
  }

  /** Marks what can be done again, however old: the way from where the project stands. */
  private void undone(Marking marking, Operation newest) {
    Optional<Hash> standing = newest.field(Operation.AT).map(Hash::parse);
    Optional<Operation> at = standing.isEmpty() ? Optional.empty() : Optional.of(newest);
    while (at.isPresent()) {
      Operation operation = at.get();
      mark(marking, operation);
      at =
          standing.get().equals(operation.id())
              ? Optional.empty()
              : operation.parents().stream().findFirst().flatMap(this::read);
    }
  }

  private void mark(Marking marking, Operation operation) {
    if (!marking.has(operation.id())) {
      marking.operation(operation);
      if (operation.time().isBefore(since)) {
        since = operation.time();
      }
    }
  }

  private Optional<Operation> read(Hash id) {
    try {
      return objects.find(id).map(bytes -> OperationLinks.decode(id, bytes));
    } catch (IllegalArgumentException e) {
      throw objects.damaged(id, e.getMessage(), e);
    }
  }
}
