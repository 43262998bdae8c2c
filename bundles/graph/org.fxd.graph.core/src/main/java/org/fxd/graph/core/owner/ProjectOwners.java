package org.fxd.graph.core.owner;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.ownership.Stamp;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.CurrentProgress;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.index.IndexCheck;
import org.fxd.graph.core.index.IndexedProject;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from the book of one project, and sees to it that it is in step with the project. */
public final class ProjectOwners implements Owners {
  /** The project may move on while it is asked, so often at most; then the book is held. */
  private static final int ATTEMPTS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(ProjectOwners.class);

  private final Store store;
  private final OwnedProject project;
  private final Finder finder;
  private final Predicate<Node> projected;
  private final Function<Entry, Node> projection;
  private final CatchUp catchUp;
  private final RecentBook recent = new RecentBook();
  private SoftReference<HeldBook> held = new SoftReference<>(null);

  /**
   * The book in a store. Nothing is read yet.
   *
   * @param finder finds where nodes stand
   * @param projected whether a node is stored without its inner nodes
   * @param projection the node of an entry with its inner nodes
   */
  public ProjectOwners(
      Store store,
      OwnedProject project,
      Finder finder,
      Predicate<Node> projected,
      Function<Entry, Node> projection) {
    this.store = store;
    this.project = project;
    this.finder = finder;
    this.projected = projected;
    this.projection = projection;
    this.catchUp = new CatchUp(project, this::sight);
  }

  private OwnerSight sight() {
    return new OwnerSight(projected, projection);
  }

  /** Begins the book in the batch that makes the project. */
  public void first(Batch batch, Operation operation) {
    StoredBook.in(batch).sign(Signature.of(1, operation, false));
  }

  /**
   * Puts what an operation changes of the book into the batch that makes the operation durable. If
   * the book is not that of the operation before, it is left as it is: whoever asks next brings it
   * up to date.
   */
  public void move(Batch batch, Node before, Node after, Operation operation) {
    Hash previous = operation.parents().get(0);
    Book book = recent.in(batch, previous);
    Optional<Signature> last = book.newest().filter(newest -> newest.isOf(previous));
    if (last.isEmpty()) {
      return;
    }
    long number = last.get().number() + 1;
    try {
      boolean gone =
          Attribution.mark(
              before, after, sight(), project.rootId(), number, book, last.get().gone());
      book.sign(Signature.of(number, operation, gone));
    } catch (DamagedBookException damaged) {
      LOG.warn("Who changed what has to be found out anew: {}", damaged.getMessage());
      StoredBook.in(batch).spoil(number);
      recent.forget();
    }
  }

  @Override
  public Optional<Ownership> of(NodeId id) {
    Operation now = project.newest();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<List<NodeId>> way = way(now, id);
      if (way.isEmpty()) {
        return Optional.empty();
      }
      boolean damaged = false;
      try {
        Optional<Ownership> answer = ask(now, way.get());
        if (answer.isPresent()) {
          return answer;
        }
      } catch (DamagedBookException e) {
        LOG.warn("Who changed what is found out anew: {}", e.getMessage());
        damaged = true;
      }
      Operation next = ahead(now).orElseGet(project::newest);
      if (next.id().equals(now.id())) {
        if (!write(damaged)) {
          break;
        }
        next = project.newest();
      }
      now = next;
    }
    Operation last = now;
    return way(last, id).flatMap(way -> hold(last, way));
  }

  /**
   * Compares the book with what the operation log gives. Where the log does not reach back to the
   * first operation any more, the book knows more, and is left as it is.
   *
   * @param repair whether to write it anew if it differs
   * @throws org.fxd.graph.api.error.StoreException if the log or a tree cannot be read
   */
  public IndexCheck.Outcome check(boolean repair, Progress progress, Cancellation cancellation) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Operation newest = project.newest();
      Optional<Signature> signed = store.index(index -> StoredBook.asOf(index).newest());
      if (signed.filter(last -> last.isOf(newest.id())).isEmpty()) {
        continue;
      }
      if (!catchUp.isWhole(newest)) {
        return IndexCheck.Outcome.note(
            "Who changed what was not compared with the operation log, since that was cut.");
      }
      HeldBook wanted =
          catchUp.bring(new HeldBook(Optional.empty()), newest, progress, cancellation);
      Optional<List<String>> found =
          store.index(
              index ->
                  StoredBook.asOf(index)
                      .newest()
                      .filter(last -> last.isOf(newest.id()))
                      .map(last -> BookCheck.compare(index, wanted, cancellation)));
      if (found.isPresent()) {
        Optional<String> repaired = Optional.empty();
        if (repair && !found.get().isEmpty()) {
          write(project.turn(), true);
          repaired = Optional.of("It was found out anew.");
        }
        return new IndexCheck.Outcome(found.get(), repaired, Optional.empty());
      }
    }
    return IndexCheck.Outcome.note(
        "Who changed what is not known up to the newest operation; it is found out when it is asked"
            + " for.");
  }

  /** From the root's child down to a node; empty for the root itself. */
  private Optional<List<NodeId>> way(Operation operation, NodeId id) {
    if (id.equals(project.rootId())) {
      return Optional.of(List.of());
    }
    return finder
        .find(project.root(operation.after()), id)
        .map(match -> match.way().stream().map(Match::id).toList());
  }

  private Optional<Ownership> ask(Operation operation, List<NodeId> way) {
    return store.index(index -> answer(StoredBook.asOf(index), operation, way));
  }

  /** What a book says of a node; empty if it is not up to date with the operation. */
  private Optional<Ownership> answer(Book book, Operation operation, List<NodeId> way) {
    if (book.newest().filter(newest -> newest.isOf(operation.id())).isEmpty()) {
      return Optional.empty();
    }
    Resolved at = Resolved.of(book.marks(project.rootId()), Mark.FIRST);
    for (NodeId step : way) {
      at = Resolved.of(book.marks(step), at.inner());
    }
    Stamp created = stamp(book, at.own().created());
    return Optional.of(new Ownership(created, stamp(book, at.own().modified())));
  }

  private static Stamp stamp(Book book, long number) {
    return book.signature(number)
        .map(Signature::stamp)
        .orElseThrow(
            () -> new DamagedBookException("it has no operation with the number " + number, null));
  }

  /** What the book in the store is up to date with, if that is to be the newest in a moment. */
  private Optional<Operation> ahead(Operation now) {
    return store
        .index(index -> StoredBook.asOf(index).newest())
        .flatMap(newest -> project.operation(newest.stamp().operation()))
        .filter(
            operation ->
                operation.time().isAfter(now.time())
                    || operation.time().equals(now.time()) && operation.counter() > now.counter());
  }

  /**
   * Brings the book in the store up to date, if that can be written to now.
   *
   * @param anew whether not to believe what is there
   */
  private boolean write(boolean anew) {
    Optional<IndexedProject.Turn> free = project.tryTurn();
    free.ifPresent(turn -> write(turn, anew));
    return free.isPresent();
  }

  private void write(IndexedProject.Turn turn, boolean anew) {
    try (turn) {
      recent.forget();
      StoredBook book = StoredBook.in(turn.batch());
      HeldBook next =
          bring(anew ? Optional.empty() : Optional.<Book>of(book).filter(Book::isContinuous));
      if (next.isWhole()) {
        book.clear();
      }
      next.writeTo(book);
      turn.batch().commit();
    }
  }

  private HeldBook bring(Optional<Book> start) {
    try {
      return catchUp.bring(
          new HeldBook(start), project.newest(), CurrentProgress.get(), Cancellation.none());
    } catch (DamagedBookException damaged) {
      LOG.warn("Who changed what is found out anew: {}", damaged.getMessage());
      return catchUp.bring(
          new HeldBook(Optional.empty()),
          project.newest(),
          CurrentProgress.get(),
          Cancellation.none());
    }
  }

  /** Answers from a book in memory, where the one in the store cannot be brought up to date. */
  private synchronized Optional<Ownership> hold(Operation operation, List<NodeId> way) {
    HeldBook last = held.get();
    HeldBook book =
        catchUp.bring(
            last != null ? last : new HeldBook(Optional.empty()),
            operation,
            CurrentProgress.get(),
            Cancellation.none());
    held = new SoftReference<>(book);
    return answer(book, operation, way);
  }
}
