package org.fxd.graph.core.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Deposit;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.cursor.Expansions;
import org.fxd.graph.core.cursor.SameForm;
import org.fxd.graph.core.former.MigratingStore;
import org.fxd.graph.core.index.IndexedProject;
import org.fxd.graph.core.index.ProjectIndex;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.graph.core.owner.OwnedProject;
import org.fxd.graph.core.owner.ProjectOwners;
import org.fxd.graph.core.past.PastStore;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.workspace.Heads.Head;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.store.api.Store;

/** A project whose store is open. */
public final class ProjectWorkspace implements Workspace {
  /** The store's one reference: the newest operation. */
  public static final String OPERATION = "operation";

  private static final String FIRST_BRANCH = State.BRANCHES + "main";

  private final String project;
  private final Optional<Path> file;
  private final Store store;
  private final ObjectReader objects;
  private final LoggedOperations log;
  private final HybridClock clock;
  private final Hooks hooks;
  private final Announcements announcements;
  private final WriteTurn turn;
  private final Expansions expansions;
  private final ProjectIndex index;
  private final Heads heads;
  private final ProjectOwners owners;
  private final RecentStates recent = new RecentStates();
  private final AtomicInteger collections = new AtomicInteger();
  private final HeadWatch others;
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
    this.log = new LoggedOperations(objects);
    this.clock = new HybridClock(clock);
    this.hooks = hooks;
    this.announcements = new Announcements(told, this);
    this.heads = new Heads(announcements::tell);
    this.others = new HeadWatch(store, heads, this::head, log);
    this.turn = new WriteTurn(store, project);
    this.expansions = new Expansions(projectors);
    this.index = new ProjectIndex(store, indexed(), projectors);
    this.owners =
        new ProjectOwners(
            store, new LoggedProject(), finder(), expansions::isProjected, expansions::expand);
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
    workspace.firstOperation(StateEdit.first(FIRST_BRANCH), origin, "init");
    return workspace;
  }

  /** Makes a project of a root, in an empty store. */
  static ProjectWorkspace create(
      String project,
      Optional<Path> file,
      Store store,
      Node root,
      Origin origin,
      String description,
      Clock clock,
      Hooks hooks,
      Observers told,
      Projectors projectors) {
    ProjectWorkspace workspace =
        new ProjectWorkspace(project, file, store, clock, hooks, told, projectors);
    Node state = StateEdit.with(StateEdit.first(FIRST_BRANCH), root, Map.of());
    workspace.firstOperation(state, origin, description);
    return workspace;
  }

  private void firstOperation(Node state, Origin origin, String description) {
    try (WriteTurn.Held held = turn.take()) {
      new ObjectWriter(objects, held.batch(), Set.of()).write(state);
      index.first(held.batch(), state.child(ProjectState.ROOT));
      HybridClock.Tick tick = clock.first();
      Operation init =
          new Operation(
              Hash.ZERO,
              List.of(),
              NodeId.random(),
              tick.time(),
              tick.counter(),
              origin,
              description,
              Hash.ZERO,
              state.hash());
      Head first = write(held.batch(), Hash.ZERO, init);
      owners.first(held.batch(), first.operation());
      held.batch().commit();
      heads.start(first);
    }
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
    workspace.others.start();
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
    Operation operation = NewestOperation.read(newest, store, project);
    workspace.others.begin(workspace.head(operation));
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
  public List<String> notices() {
    return store instanceof MigratingStore migrating ? migrating.notices() : List.of();
  }

  /** Whether this is a project as it was, beside the one as it is. */
  public boolean isPast() {
    return store instanceof PastStore;
  }

  @Override
  public boolean isReadOnly() {
    return store.isReadOnly();
  }

  @Override
  public State state() {
    return heads.durable().state();
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
    requireWritable();
    int before = collections();
    return new ProjectTransaction(this, heads.durable().state(), before, origin);
  }

  @Override
  public Deposit deposit() {
    if (closed) {
      throw new IllegalStateException("The project " + project + " is closed");
    }
    requireWritable();
    return new ProjectDeposit(this);
  }

  void requireWritable() {
    if (isPast()) {
      throw new RefusedException(
          "Cannot change " + project + ": it is the project as it was",
          "Change it as it is now; fxd:restore OP goes back to how it was.");
    }
    if (store.isReadOnly()) {
      throw new RefusedException(
          "Cannot change " + project + ": it is open only to be read",
          "Open it again when no other process has it and it may be written to, or go on in a copy:"
              + " fxd:save FILE");
    }
  }

  @Override
  public Session session(Origin origin) {
    return new ProjectSession(this, origin);
  }

  @Override
  public Iterable<Operation> operations() {
    Hash newest = heads.durable().operation().id();
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

  /** Tells who made nodes of this project, and who changed them. */
  public ProjectOwners owners() {
    return owners;
  }

  /** Its index. */
  public ProjectIndex index() {
    return index;
  }

  /** How often objects were collected that nothing led to. */
  int collections() {
    return collections.get();
  }

  /**
   * Objects are about to be collected: what was read from the store before may not be there any
   * more. Called while nobody writes.
   */
  public void collecting() {
    collections.incrementAndGet();
  }

  private IndexedProject indexed() {
    return new IndexedProject() {
      @Override
      public Node root() {
        return state().root();
      }

      @Override
      public Node node(Hash hash) {
        return objects.node(hash);
      }

      @Override
      public Optional<Turn> tryTurn() {
        return store.isReadOnly() ? Optional.empty() : turn.tryTake().map(this::settled);
      }

      @Override
      public Turn turn() {
        requireWritable();
        return settled(turn.take());
      }

      /** There is one newest root, and the index is of it. */
      private Turn settled(WriteTurn.Held held) {
        heads.settle();
        return held;
      }
    };
  }

  /** This project, as the book of who changed what needs it. */
  private final class LoggedProject implements OwnedProject {
    @Override
    public Operation newest() {
      return heads.durable().operation();
    }

    @Override
    public Optional<Operation> operation(Hash id) {
      return log.find(id);
    }

    @Override
    public Node root(Hash state) {
      return objects.node(state).child(ProjectState.ROOT);
    }

    @Override
    public NodeId rootId() {
      return ProjectState.ROOT_ID;
    }

    @Override
    public Optional<IndexedProject.Turn> tryTurn() {
      return indexed().tryTurn();
    }

    @Override
    public IndexedProject.Turn turn() {
      return indexed().turn();
    }
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
   * Puts a change in line to become durable and visible. The caller has the turn, so nothing comes
   * between; when it has given the turn back, it waits for the change.
   *
   * @param batch the turn's batch; whatever is in it already becomes durable too
   * @param edited what is wanted
   * @return empty if nothing is to be changed
   */
  Optional<Heads.Sealed> seal(Batch batch, Edited edited, Origin origin, String description) {
    Head now = heads.sealed();
    ProjectState before = now.state();
    recent.add(now.operation());
    boolean first = before.operation().equals(edited.base().operation());
    if (!first && !edited.depends().isEmpty()) {
      edited.checkDepends(statesSince(edited.base().operation()));
    }
    Node after =
        first
            ? edited.changed()
            : StateEdit.replay(
                new SameForm(finder(), expansions),
                edited.base().node(),
                edited.changed(),
                before.node());
    if (after.hash().equals(before.node().hash())) {
      return Optional.empty();
    }
    hooks.check(project, before, new ProjectState(after, before.operation()), origin);
    ObjectWriter writer =
        new ObjectWriter(objects, batch, edited.streamed(), edited.collections() != collections());
    writer.write(after);
    edited.trees().forEach(writer::write);
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
            after.hash(),
            edited.fields());
    Head next = write(batch, before.operation(), draft);
    owners.move(batch, before.root(), after.child(ProjectState.ROOT), next.operation());
    Change change = new Change(before, next.state(), next.operation(), 1);
    return Optional.of(heads.seal(next, change, seal(batch)));
  }

  private Optional<List<ProjectState>> statesSince(Hash operation) {
    return recent
        .since(operation)
        .map(
            moments ->
                moments.stream()
                    .map(
                        moment ->
                            new ProjectState(objects.node(moment.state()), moment.operation()))
                    .toList());
  }

  private Pending seal(Batch batch) {
    try {
      return batch.seal();
    } catch (ConflictException e) {
      // Only we move the reference: what this change builds upon came to nothing meanwhile.
      heads.lost();
      throw new StoreException(
          "Cannot store the change in " + project + ": the one just before it could not be stored.",
          "Make sure that there is room on the disk, and try again.",
          e);
    }
  }

  /** Waits until what is on its way is durable, and lets nothing else change until it is closed. */
  WriteTurn.Quiet hold() {
    WriteTurn.Quiet held = turn.takeQuietly();
    heads.settle();
    return held;
  }

  /** The newest operation that is durable. */
  Operation newest() {
    return heads.durable().operation();
  }

  /** The operations. */
  LoggedOperations log() {
    return log;
  }

  /** Waits until what is on its way to the disk is durable and visible. */
  void settle() {
    heads.settle();
  }

  /** A change that changes nothing. */
  Change unchanged() {
    Head now = heads.durable();
    return new Change(now.state(), now.state(), now.operation(), 0);
  }

  /** Takes no more transactions, and tells nobody anything more. */
  void stop() {
    closed = true;
    others.close();
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
