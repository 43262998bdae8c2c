package org.fxd.graph.core.owner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.delta.Sight;

/** Goes through the operation log, and marks what each operation has changed. */
final class CatchUp {
  private final OwnedProject project;
  private final Supplier<Sight> sights;

  CatchUp(OwnedProject project, Supplier<Sight> sights) {
    this.project = project;
    this.sights = sights;
  }

  /**
   * A book that is up to date with an operation.
   *
   * @param book to go on from; if what it is up to date with is not in the log before that
   *     operation, one is made from nothing
   * @param progress told of each operation
   * @throws org.fxd.graph.api.error.CancelledException if asked to stop
   */
  HeldBook bring(HeldBook book, Operation target, Progress progress, Cancellation cancellation) {
    Deque<Hash> missing = new ArrayDeque<>();
    Optional<Operation> at = Optional.of(target);
    progress.phase("reading the operation log", -1);
    while (at.isPresent() && !isAt(book, at.get())) {
      cancellation.check();
      progress.advance(1);
      missing.push(at.get().id());
      at = parent(at.get());
    }
    HeldBook next = at.isPresent() ? book : new HeldBook(Optional.empty());
    progress.phase("finding out who changed what", missing.size());
    for (Hash id : missing) {
      cancellation.check();
      progress.advance(1);
      sign(next, project.operation(id).orElseThrow());
    }
    return next;
  }

  /** Whether the log before an operation reaches back to the first one. */
  boolean isWhole(Operation target) {
    Operation first = target;
    for (Optional<Operation> at = parent(first); at.isPresent(); at = parent(first)) {
      first = at.get();
    }
    return first.parents().isEmpty();
  }

  /** The operation that one follows: of several, the one whose state it changed. */
  private Optional<Operation> parent(Operation operation) {
    return operation.parents().stream().findFirst().flatMap(project::operation);
  }

  private static boolean isAt(Book book, Operation operation) {
    return book.newest().filter(newest -> newest.isOf(operation.id())).isPresent();
  }

  private void sign(Book book, Operation operation) {
    long number = 1;
    boolean gone = false;
    Optional<Signature> last = book.newest();
    if (last.isPresent()) {
      number = last.get().number() + 1;
      gone =
          Attribution.mark(
              project.root(operation.before()),
              project.root(operation.after()),
              sights.get(),
              project.rootId(),
              number,
              book,
              last.get().gone());
    }
    book.sign(Signature.of(number, operation, gone));
  }
}
