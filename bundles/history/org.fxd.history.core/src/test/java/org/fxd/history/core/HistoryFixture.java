package org.fxd.history.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.CommitHook;
import org.fxd.history.api.CommitTidier;
import org.fxd.history.api.Person;
import org.fxd.history.api.RefHook;
import org.fxd.history.api.signature.Keys;
import org.fxd.history.core.part.Projections;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.FileProjector;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.scan.Scanning;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.DamagedStore;
import org.fxd.testkit.OneStore;
import org.osgi.framework.Constants;

/** A project in memory with its history, and short ways to change files in it. */
final class HistoryFixture implements AutoCloseable {
  static final Person ADA = new Person("Ada Lovelace", "ada@example.org");
  static final Origin TEST = new Origin(ADA.toString(), "test");

  /** An event that was sent. */
  record Posted(String topic, Map<String, String> properties) {}

  private static final Value TEXT = Value.of("text");
  private static final Name CODE = Name.of(Workspace.CODE);

  private final DamagedStore store = new DamagedStore(new MemoryStores().create(Path.of("memory")));
  private final ProjectServices services;
  private final Deque<Instant> times = new ArrayDeque<>();
  private final GraphNodes nodes = new GraphNodes();
  private final OpenProjects projects;
  private final Workspace workspace;
  private final ProjectHistory history;
  private final ProjectStash stash;
  private final ProjectSignatures signatures;
  private final Projections projections = new Projections();
  private final Whiteboard<CommitHook> commitHooks = new Whiteboard<>();
  private final Whiteboard<CommitTidier> tidiers = new Whiteboard<>();
  private final Whiteboard<RefHook> refHooks = new Whiteboard<>();
  private final Whiteboard<Keys> keys = new Whiteboard<>();
  private final List<Posted> events = new CopyOnWriteArrayList<>();
  private volatile Instant read = Instant.parse("2026-06-01T00:00:00Z");
  private Instant now = Instant.parse("2026-01-01T10:00:00.987Z");

  HistoryFixture() {
    OneStore provider = new OneStore(store);
    AtomicReference<ProjectWorkspace> opening = new AtomicReference<>();
    projects =
        new OpenProjects(
            type -> provider,
            (opened, its) -> {
              opening.set(opened);
              return () -> {};
            },
            Clock.systemUTC());
    projects.links().add(new CommitLinks());
    workspace = projects.createInMemory();
    services = new ProjectServices(projects, opening.get());
    Commits commits = new Commits(store);
    Trees trees = new Trees(workspace, nodes, services.finder(), projections);
    CommitHooks hooks = new CommitHooks(commitHooks.of(workspace.project()));
    Committing committing =
        new Committing(
            commits, trees, new CommitTidiers(tidiers.of(workspace.project())), hooks, clock());
    hook(new RefHooks(refHooks.of(workspace.project())));
    history = new ProjectHistory(workspace, nodes, commits, committing, services.log(), readers());
    stash = new ProjectStash(workspace, commits, trees, committing);
    signatures = new ProjectSignatures(commits, keys.of(workspace.project()));
    projects
        .observers()
        .listeners()
        .add(
            new HistoryEvents(commits, (topic, its) -> events.add(new Posted(topic, its))),
            0,
            0,
            Optional.empty());
  }

  /** A clock that goes on by a second whenever it is asked, except for the times put in before. */
  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.ofHours(2);
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        synchronized (times) {
          now = now.plusSeconds(1);
          return times.isEmpty() ? now : times.remove();
        }
      }
    };
  }

  /** A clock that stands still where those who read see it. */
  private Clock readers() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.ofHours(2);
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Instant instant() {
        return read;
      }
    };
  }

  /** The time at which revisions are read from now on. */
  void readAt(Instant time) {
    read = time;
  }

  /** The time that the next commit is made at. */
  void nextTime(Instant time) {
    times.add(time);
  }

  ProjectHistory history() {
    return history;
  }

  ProjectStash stash() {
    return stash;
  }

  ProjectSignatures signatures() {
    return signatures;
  }

  void keys(Keys source) {
    keys.add(source, Map.of());
  }

  void tidier(CommitTidier tidier) {
    tidiers.add(tidier, Map.of());
  }

  void hook(CommitHook hook, int ranking) {
    commitHooks.add(hook, Map.of(Constants.SERVICE_RANKING, ranking));
  }

  void hook(RefHook hook, int ranking) {
    refHooks.add(hook, Map.of(Constants.SERVICE_RANKING, ranking));
  }

  /** Takes what was told since the last time. */
  List<Posted> events() throws InterruptedException {
    workspace.awaitObservers(Duration.ofSeconds(30));
    List<Posted> told = List.copyOf(events);
    events.clear();
    return told;
  }

  DamagedStore store() {
    return store;
  }

  Upkeep upkeep() {
    return services.upkeep();
  }

  OperationLog log() {
    return services.log();
  }

  Workspace workspace() {
    return workspace;
  }

  void hook(ChangeHook hook) {
    projects.hooks().listeners().add(hook, 0, 0, Optional.empty());
  }

  /** Writes a file, raw; an existing one keeps its id. */
  void write(String name, String text) {
    put(name, raw(text));
  }

  /** Writes a file in its scanned form: one gap with all of its text. */
  void writeScanned(String name, String text) {
    put(name, scanned(name, text));
  }

  /** Gives the gap of a scanned file a metadatum. */
  void mark(String name) {
    workspace.change(
        TEST,
        "mark " + name,
        transaction ->
            transaction
                .root()
                .child(CODE)
                .child(Name.of(name))
                .child(Name.EMPTY)
                .metadata("reviewed", Value.of(true)));
  }

  /** Whether a file's gap has that metadatum. */
  boolean isMarked(String name) {
    Node file = workspace.root().child(CODE).child(Name.of(name));
    return file.child(Name.EMPTY).metadata("reviewed").equals(Value.of(true));
  }

  private void put(String name, Node file) {
    workspace.change(
        TEST,
        "write " + name,
        transaction -> {
          NodeBuilder code = transaction.root().childOrNew(CODE, Kind.FOLDER);
          NodeId id =
              code.entry(Name.of(name))
                  .map(Entry::id)
                  .orElse(NodeId.derived(Hash.ofContent(utf8("file " + name))));
          code.put(new Entry(id, Name.of(name), Place.NONE, file));
        });
  }

  /** The id of a file. */
  NodeId id(String name) {
    return workspace.root().child(CODE).entry(Name.of(name)).orElseThrow().id();
  }

  /** Makes a folder with files in it. */
  void folder(String name, Map<String, String> texts) {
    NodeBuilder folder = nodes.builder(Kind.FOLDER);
    texts.forEach(
        (file, text) ->
            folder.put(new Entry(NodeId.random(), Name.of(file), Place.NONE, raw(text))));
    put(name, folder.build());
  }

  void delete(String name) {
    workspace.change(
        TEST,
        "delete " + name,
        transaction -> transaction.root().childOrNew(CODE, Kind.FOLDER).remove(Name.of(name)));
  }

  void rename(String from, String to) {
    workspace.change(
        TEST,
        "rename " + from,
        transaction -> {
          NodeBuilder code = transaction.root().child(CODE);
          code.put(code.entry(Name.of(from)).orElseThrow().withName(Name.of(to)));
        });
  }

  Commit commit(String message) {
    return history.commit(message, ADA, TEST);
  }

  /** The files and their text. */
  Map<String, String> files() {
    return files(workspace.root());
  }

  static Map<String, String> files(Node root) {
    Map<String, String> files = new TreeMap<>();
    for (Entry entry : root.child(CODE).entries()) {
      files.put(entry.name().toString(), text(entry.node()));
    }
    return files;
  }

  static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.value().asBlob().ifPresent(blob -> text.append(new String(blob.bytes(), UTF_8)));
    node.value().asText().ifPresent(text::append);
    node.entries().forEach(entry -> text.append(text(entry.node())));
    return text.toString();
  }

  private Node raw(String text) {
    return meta(nodes.builder(Kind.FILE).value(Value.of(Blob.of(utf8(text)))), text).build();
  }

  private Node scanned(String name, String text) {
    NodeBuilder file = meta(nodes.builder(Kind.FILE), text).metadata(FileMeta.LANGUAGE, TEXT);
    NodeId id = NodeId.derived(Hash.ofContent(utf8("gap of " + name)));
    return file.append(id, Name.EMPTY, nodes.leaf(Kind.GAP, Value.of(text))).build();
  }

  private static NodeBuilder meta(NodeBuilder file, String text) {
    return file.metadata(FileMeta.CONTENT, Value.of(Hash.ofContent(utf8(text)).bytes()))
        .metadata(FileMeta.SIZE, Value.of(utf8(text).length));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  Finder finder() {
    return services.finder();
  }

  /** Looks into files of a language from now on. */
  SnippetSources sources(SnippetScanner scanner) {
    Scanning scanning = new Scanning(new FixedScanners(List.of(scanner)));
    var remembered = new org.fxd.source.core.scan.Projections(scanning, nodes);
    FileProjector projector = new FileProjector(remembered);
    projects.projectors().add(projector);
    projections.add(projector);
    return new SnippetSources(nodes, scanning, remembered);
  }

  /** A commit of the work with several parents. */
  Commit merge(String message, Commit... parents) {
    try (Transaction transaction = workspace.begin(TEST)) {
      List<Hash> ids = Stream.of(parents).map(Commit::id).toList();
      CommitDraft draft = CommitDraft.of(message, ADA).withParents(ids);
      Commit commit = history.commit(transaction, draft);
      transaction.commit("merge");
      return commit;
    }
  }

  @Override
  public void close() {
    services.close();
    projects.close();
  }
}
