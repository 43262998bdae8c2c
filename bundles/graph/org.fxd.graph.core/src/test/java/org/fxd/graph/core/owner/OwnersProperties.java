package org.fxd.graph.core.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Savepoint;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.index.CodeTrees;
import org.fxd.graph.core.index.IndexCheck;
import org.fxd.graph.core.index.LineProjector;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Batch;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class OwnersProperties {
  private static final IndexCheck.Outcome SOUND =
      new IndexCheck.Outcome(List.of(), Optional.empty(), Optional.empty());

  private OpenProjects projects;
  private ProjectWorkspace workspace;
  private OwnerOracle oracle;
  private NodeId root;
  private final List<Hash> operations = new ArrayList<>();
  private final List<Node> roots = new ArrayList<>();
  private final Map<NodeId, Boolean> pieces = new HashMap<>();

  private void open() {
    operations.clear();
    roots.clear();
    pieces.clear();
    projects = OpenProjects.over(new MemoryStores());
    projects.projectors().add(new LineProjector("lines-1"));
    workspace = (ProjectWorkspace) projects.createInMemory();
    root = workspace.state().node().entry(Name.of("root")).orElseThrow().id();
    oracle = new OwnerOracle(projects.projectors(), root, workspace.root());
    operations.add(workspace.state().operation());
    roots.add(workspace.root());
  }

  @Test
  void everyNodeHasTheOwnerThatTheLogGivesIt() {
    Property.seeded(77)
        .runs(200)
        .check(
            choices -> {
              open();
              CodeTrees trees = new CodeTrees();
              for (int changes = choices.between(1, 12); changes > 0; changes--) {
                change(choices, trees);
                if (choices.chance(30)) {
                  ask();
                }
              }
              ask();
              assertEquals(
                  SOUND, workspace.owners().check(false, Progress.NONE, Cancellation.none()));
              Map<String, String> kept = book();
              lose(choices.chance(50));
              if (choices.chance(20)) {
                askWhileSomeoneWrites();
              }
              ask();
              assertEquals(kept, book());
              change(choices, trees);
              ask();
              projects.close();
            });
  }

  @Test
  void aTamperedBookIsFoundAndWrittenAnew() {
    Property.seeded(78)
        .runs(60)
        .check(
            choices -> {
              open();
              CodeTrees trees = new CodeTrees();
              for (int changes = choices.between(1, 6); changes > 0; changes--) {
                change(choices, trees);
              }
              Map<String, String> kept = book();
              tamper(choices, choices.pick(List.copyOf(kept.keySet())));
              IndexCheck.Outcome found =
                  workspace.owners().check(false, Progress.NONE, Cancellation.none());
              assertFalse(found.differences().isEmpty() && found.note().isEmpty());
              workspace.owners().check(true, Progress.NONE, Cancellation.none());
              ask();
              assertEquals(
                  SOUND, workspace.owners().check(false, Progress.NONE, Cancellation.none()));
              assertEquals(kept, book());
              projects.close();
            });
  }

  private void tamper(Choices choices, String row) {
    byte[] key = HexFormat.of().parseHex(row);
    byte[] value = HexFormat.of().parseHex(book().get(row));
    try (Batch batch = workspace.store().begin()) {
      switch (choices.below(3)) {
        case 0 -> batch.index(key, null);
        case 1 -> {
          value[choices.below(value.length)] ^= 1;
          batch.index(key, value);
        }
        default -> {
          byte[] other = key.clone();
          other[1 + choices.below(other.length - 1)] ^= 0x55;
          batch.index(other, value);
        }
      }
      batch.commit();
    }
  }

  private void change(Choices choices, CodeTrees trees) {
    Node before = workspace.root();
    Origin origin = new Origin("someone " + operations.size(), "test");
    Change change =
        workspace.change(
            origin,
            "edit",
            transaction -> {
              Savepoint savepoint = transaction.savepoint();
              switch (choices.below(4)) {
                case 0 -> transaction.root(choices.pick(roots));
                case 1, 2 -> editInFiles(choices, trees, transaction);
                default -> edit(choices, trees, transaction);
              }
              // What was moved out of a file may be found in it again when that is raw again.
              Node after = transaction.root().build();
              if (!oracle.areUnique(after) || !oracle.areFilesApart(before, after)) {
                savepoint.rollback();
              }
            });
    if (change.count() > 0) {
      oracle.operation(before, workspace.root());
      operations.add(change.operation().id());
      roots.add(workspace.root());
      choices.note("operation " + operations.size() + ": " + shape(workspace.root(), ""));
    }
  }

  /**
   * Edits anything, but puts nothing inside heads and gaps, where nobody looks for nodes, and makes
   * nothing else of them.
   */
  private void edit(Choices choices, CodeTrees trees, Transaction transaction) {
    Savepoint savepoint = transaction.savepoint();
    isPlain(transaction.root().build(), pieces);
    trees.edit(choices, transaction.root(), 8);
    Map<NodeId, Boolean> more = new HashMap<>(pieces);
    if (isPlain(transaction.root().build(), more)) {
      pieces.putAll(more);
    } else {
      savepoint.rollback();
    }
  }

  private static boolean isPlain(Node node, Map<NodeId, Boolean> pieces) {
    boolean plain = true;
    for (Entry entry : node.entries()) {
      boolean piece = OwnChange.isPiece(entry.node());
      Boolean known = pieces.put(entry.id(), piece);
      plain &= known == null || known == piece;
      plain &= !piece || entry.node().size() == 0;
      plain &= isPlain(entry.node(), pieces);
    }
    return plain;
  }

  /** Edits as cursors do: what is changed inside a raw file is stored scanned. */
  private void editInFiles(Choices choices, CodeTrees trees, Transaction transaction) {
    for (int left = choices.between(1, 3); left > 0; left--) {
      List<List<Entry>> files = new ArrayList<>();
      files(transaction.root().build(), List.of(), files);
      if (files.isEmpty()) {
        edit(choices, trees, transaction);
        return;
      }
      NodeBuilder first = inner(transaction, choices.pick(files));
      NodeBuilder second = inner(transaction, choices.pick(files));
      editInFile(choices, trees, first, second);
    }
  }

  private static void files(Node node, List<Entry> way, List<List<Entry>> files) {
    for (Entry entry : node.entries()) {
      List<Entry> further = new ArrayList<>(way);
      further.add(entry);
      if (entry.node().kind().equals(Kind.FILE)) {
        files.add(further);
      } else {
        files(entry.node(), further, files);
      }
    }
  }

  private NodeBuilder inner(Transaction transaction, List<Entry> way) {
    NodeBuilder parent = transaction.root();
    for (Entry step : way.subList(0, way.size() - 1)) {
      parent = parent.child(step.id());
    }
    Entry file = way.get(way.size() - 1);
    NodeBuilder builder = parent.child(file.id());
    if (builder.build().value().asBlob().isPresent()) {
      Entry now = file.withNode(builder.build());
      Node expanded = projects.projectors().expand(now, Cancellation.none());
      parent.put(file.withNode(expanded.builder().value(Value.NONE).build()));
    }
    return parent.child(file.id());
  }

  private static void editInFile(
      Choices choices, CodeTrees trees, NodeBuilder file, NodeBuilder other) {
    List<Entry> entries = new ArrayList<>();
    file.entries().forEach(entries::add);
    Node fresh = new TreeBuilder(Kind.SNIPPET).value(Value.of("fresh")).build();
    if (entries.isEmpty()) {
      file.append(trees.id(), Name.of("fresh"), fresh);
      return;
    }
    Entry entry = choices.pick(entries);
    switch (choices.below(6)) {
      case 0 -> file.append(trees.id(), Name.of("fresh"), fresh);
      case 1 -> file.remove(entry.id());
      case 2 -> file.put(entry.withName(Name.of("renamed")));
      case 3 -> {
        file.remove(entry.id());
        other.append(entry.id(), entry.name(), entry.node());
      }
      case 4 -> {
        Node gap = new TreeBuilder(Kind.GAP).value(Value.of(choices.pick(SPACE))).build();
        file.append(trees.id(), Name.EMPTY, gap);
      }
      default -> file.child(entry.id()).value(Value.of("changed " + choices.below(9)));
    }
  }

  private static final List<String> SPACE = List.of("\n", "  ", "// text\n", "}");

  private void ask() {
    assertEquals(named(oracle.marks()), answers());
    for (NodeId piece : oracle.pieces(workspace.root())) {
      assertEquals(Optional.empty(), workspace.owners().of(piece));
    }
    assertEquals(Optional.empty(), workspace.owners().of(new NodeId(0x1234567890abcdefL, 7)));
  }

  private Map<NodeId, String> answers() {
    Map<NodeId, String> answers = new TreeMap<>();
    for (NodeId id : oracle.marks().keySet()) {
      Ownership ownership = workspace.owners().of(id).orElseThrow();
      int created = operations.indexOf(ownership.created().operation());
      int modified = operations.indexOf(ownership.modified().operation());
      answers.put(id, created + 1 + " " + (modified + 1));
      if (created > 0) {
        assertEquals("someone " + created, ownership.owner());
      }
    }
    return answers;
  }

  private static Map<NodeId, String> named(Map<NodeId, Mark> marks) {
    Map<NodeId, String> named = new TreeMap<>();
    marks.forEach((id, mark) -> named.put(id, mark.created() + " " + mark.modified()));
    return named;
  }

  private Map<String, String> book() {
    Map<String, String> all = new TreeMap<>();
    for (byte[] table : Keys.tables()) {
      workspace
          .store()
          .index(
              index ->
                  index.scan(
                      table,
                      Keys.behind(table),
                      (key, value) -> {
                        HexFormat hex = HexFormat.of();
                        all.put(hex.formatHex(key), hex.formatHex(value));
                        return true;
                      }));
    }
    return all;
  }

  /** As if all of it, or the newest part, had been lost. */
  private void lose(boolean all) {
    try (Batch batch = workspace.store().begin()) {
      if (all) {
        StoredBook.in(batch).clear();
      } else {
        StoredBook.in(batch).spoil(operations.size());
      }
      batch.commit();
    }
  }

  private void askWhileSomeoneWrites() {
    Origin origin = new Origin("writer", "test");
    try (Transaction transaction = workspace.begin(origin)) {
      transaction.blob(new ByteArrayInputStream(new byte[100_000]));
      ask();
    }
  }

  /** For a person. */
  private static String shape(Node node, String indent) {
    StringBuilder text = new StringBuilder();
    text.append(node.kind()).append(' ').append(node.value()).append(' ').append(node.metadata());
    String further = indent + "  ";
    for (Entry entry : node.entries()) {
      text.append('\n').append(further).append(entry.id()).append(' ').append(entry.name());
      text.append(": ").append(shape(entry.node(), further));
    }
    return text.toString();
  }
}
