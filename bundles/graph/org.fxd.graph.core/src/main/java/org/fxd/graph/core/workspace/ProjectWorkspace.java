package org.fxd.graph.core.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.cursor.Expansions;
import org.fxd.graph.core.cursor.SameForm;
import org.fxd.graph.core.index.IndexedProject;
import org.fxd.graph.core.index.ProjectIndex;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** A project whose store is open. */
public final class ProjectWorkspace implements Workspace {
  /** The store's one reference: the newest operation. */
  static final String OPERATION = "operation";

  private static final String FIRST_BRANCH = State.BRANCHES + "main";

  /** A state and the operation that made it. */
  record Head(ProjectState state, Operation operation) {}

  private final String project;
  private final Optional<Path> file;
  private final Store store;
  private final ObjectReader objects;
  private final OperationLog log;
  private final HybridClock clock;
  private final Hooks hooks;
  private final Announcements announcements;
  private final WriteTurn turn;
  private final Expansions expansions;
  private final ProjectIndex index;
  private volatile Head head;
  private volatile boolean closed;

  private ProjectWorkspace(
      String project,
      Optional<Path> file,
      Store store,
      Clock clock,
      Hooks hooks,
      Observers told,
      Projectors projectors) {
    this.project = project;
    this.file = file;
    this.store = store;
    this.objects = new ObjectReader(store);
    this.log = new OperationLog(objects);
    this.clock = new HybridClock(clock);
    this.hooks = hooks;
    this.announcements = new Announcements(told, this);
    this.turn = new WriteTurn(store, project);
    this.expansions = new Expansions(projectors);
    this.index = new ProjectIndex(store, indexed(), projectors);
  }

  /** Makes an empty project in an empty store. Its first operation is {@code init}. */
  static ProjectWorkspace create(
      String project,
      Optional<Path> file,
      Store store,
      Origin origin,
      Clock clock,
      Hooks hooks,
      Observers told,
      Projectors projectors) {
    ProjectWorkspace workspace =
        new ProjectWorkspace(project, file, store, clock, hooks, told, projectors);
    try (WriteTurn.Held held = workspace.turn.take()) {
      Node state = StateEdit.first(FIRST_BRANCH);
      new ObjectWriter(workspace.objects, held.batch(), Set.of()).write(state);
      workspace.index.first(held.batch(), state.child(ProjectState.ROOT));
      HybridClock.Tick tick = workspace.clock.first();
      Operation init =
          new Operation(
              Hash.ZERO,
              List.of(),
              NodeId.random(),
              tick.time(),
              tick.counter(),
              origin,
              "init",
              Hash.ZERO,
              state.hash());
      workspace.head = workspace.write(held.batch(), Hash.ZERO, init);
      held.batch().commit();
    }
    return workspace;
  }

  /** Opens the project in a store. */
  static ProjectWorkspace open(
      String project,
      Optional<Path> file,
      Store store,
      Clock clock,
      Hooks hooks,
      Observers told,
      Projectors projectors) {
    ProjectWorkspace workspace =
        new ProjectWorkspace(project, file, store, clock, hooks, told, projectors);
    Hash newest =
        store
            .ref(OPERATION)
            .orElseThrow(
                () ->
                    new StoreException(
                        "There is no project in " + project + ": it has no first operation.",
                        "Copied while it was open, a project may lack its newest part, which"
                            + " stands beside it in a file that ends with -wal: close it, then"
                            + " copy it again."));
    Operation operation = workspace.log.read(newest);
    workspace.head = workspace.head(operation);
    return workspace;
  }

  private Head head(Operation operation) {
    return new Head(new ProjectState(objects.node(operation.after()), operation.id()), operation);
  }

  /** Puts an operation (whose id is not known yet) into a batch. */
  private Head write(Batch batch, Hash expected, Operation draft) {
    byte[] bytes = OperationCodec.encode(draft);
    Hash id = Hash.ofContent(bytes);
    batch.put(ObjectType.OPERATION, id, bytes);
    batch.ref(OPERATION, expected, id);
    return head(OperationCodec.decode(id, bytes));
  }

  @Override
  public String project() {
    return project;
  }

  @Override
  public Optional<Path> file() {
    return file;
  }

  @Override
  public State state() {
    return head.state();
  }

  @Override
  public Node node(Hash hash) {
    return objects.node(hash);
  }

  @Override
  public ProjectTransaction begin(Origin origin) {
    if (closed) {
      throw new IllegalStateException("The project " + project + " is closed");
    }
    return new ProjectTransaction(this, head.state(), origin);
  }

  @Override
  public Session session(Origin origin) {
    return new ProjectSession(this, origin);
  }

  @Override
  public Iterable<Operation> operations() {
    Hash newest = head.operation().id();
    return () -> log.from(newest);
  }

  @Override
  public boolean awaitObservers(Duration atMost) throws InterruptedException {
    return announcements.await(atMost.toNanos());
  }

  /** The store. */
  public Store store() {
    return store;
  }

  /** Finds nodes of this project. */
  public Finder finder() {
    return index.finder();
  }

  private IndexedProject indexed() {
    return new IndexedProject() {
      @Override
      public Node root() {
        return head.state().root();
      }

      @Override
      public Node node(Hash hash) {
        return objects.node(hash);
      }

      @Override
      public Optional<Turn> tryTurn() {
        return store.isReadOnly() ? Optional.empty() : turn.tryTake().map(Turn.class::cast);
      }

      @Override
      public Turn turn() {
        return turn.take();
      }
    };
  }

  ObjectReader objects() {
    return objects;
  }

  Expansions expansions() {
    return expansions;
  }

  WriteTurn turn() {
    return turn;
  }

  /**
   * Makes a change durable and visible. The caller has the turn, so nothing comes between.
   *
   * @param batch the turn's batch; whatever is in it already becomes durable too
   * @param edited what is wanted
   */
  Change commit(Batch batch, Edited edited, Origin origin, String description) {
    Head now = head;
    ProjectState before = now.state();
    Node after =
        before.operation().equals(edited.base().operation())
            ? edited.changed()
            : StateEdit.replay(
                new SameForm(finder(), expansions),
                edited.base().node(),
                edited.changed(),
                before.node());
    if (after.hash().equals(before.node().hash())) {
      return unchanged();
    }
    hooks.check(project, before, new ProjectState(after, before.operation()), origin);
    new ObjectWriter(objects, batch, edited.streamed()).write(after);
    index.move(batch, before.root(), after.child(ProjectState.ROOT));
    edited.attached().forEach((hash, bytes) -> batch.put(ObjectType.of(bytes), hash, bytes));
    HybridClock.Tick tick = clock.after(now.operation());
    Operation draft =
        new Operation(
            Hash.ZERO,
            List.of(before.operation()),
            now.operation().replica(),
            tick.time(),
            tick.counter(),
            origin,
            description,
            before.node().hash(),
            after.hash());
    Head next = write(batch, before.operation(), draft);
    batch.commit();
    head = next;
    Change change = new Change(before, next.state(), next.operation(), 1);
    announcements.tell(change);
    return change;
  }

  /** A change that changes nothing. */
  Change unchanged() {
    Head now = head;
    return new Change(now.state(), now.state(), now.operation(), 0);
  }

  /** Takes no more transactions, and tells nobody anything more. */
  void stop() {
    closed = true;
    turn.close();
    announcements.close();
  }

  /** Closes the store. */
  void closeStore() {
    store.close();
    objects.clear();
  }

  @Override
  public String toString() {
    return project;
  }
}
