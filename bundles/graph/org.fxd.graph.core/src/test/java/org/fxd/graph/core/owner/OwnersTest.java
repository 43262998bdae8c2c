package org.fxd.graph.core.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.ownership.Stamp;
import org.fxd.graph.api.task.CurrentProgress;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.index.CodeTrees;
import org.fxd.graph.core.index.LineProjector;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.OneStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
  private static final Name CODE = Name.of("code");
  private static final String FILE = "Shape class text\n area method text\n name field text\n";

  @TempDir Path folder;
  private final Store store = new MemoryStores().create(Path.of("memory"));
  private ProjectWorkspace workspace;

  private OpenProjects projects() {
    // Kept open, so that a project can be opened again.
    OneStore kept = new OneStore(store);
    OpenProjects projects =
        new OpenProjects(type -> kept, (opened, its) -> () -> {}, Clock.systemUTC());
    projects.projectors().add(new LineProjector("1"));
    return projects;
  }

  @BeforeEach
  void annImportsAFile() {
    workspace = (ProjectWorkspace) projects().createInMemory();
    change(
        "Ann",
        transaction -> {
          NodeBuilder folder =
              transaction.root().child(CODE).childOrNew(Name.of("src"), Kind.FOLDER);
          put(folder, "Shape", CodeTrees.raw(FILE));
          put(folder, "Other", CodeTrees.raw("Other class text\n"));
        });
  }

  private static void put(NodeBuilder folder, String text, Node node) {
    Name name = Name.of(text);
    Entry fresh = new Entry(NodeId.random(), name, Place.NONE, node);
    folder.put(folder.entry(name).map(entry -> entry.withNode(node)).orElse(fresh));
  }

  private Change change(String who, Consumer<Transaction> edit) {
    return workspace.change(new Origin(who, "test:" + who), "edit", edit);
  }

  private Cursor at(String who, String path) {
    return workspace.session(new Origin(who, "test:" + who)).at(NodePath.parse(path));
  }

  private NodeId id(String path) {
    return at("nobody", path).id();
  }

  private Ownership of(NodeId id) {
    return workspace.owners().of(id).orElseThrow();
  }

  private void assertOwners(String owner, String modifier, NodeId id) {
    Ownership ownership = of(id);
    assertEquals(owner + ", " + modifier, ownership.owner() + ", " + ownership.lastModifiedBy());
  }

  private void assertOwners(String owner, String modifier, String path) {
    assertOwners(owner, modifier, id(path));
  }

  @Test
  void aNodeIsItsMakersUntilItChangesItself() {
    Change made = change("Bob", t -> t.root().child(CODE).childOrNew(Name.of("a"), Kind.FOLDER));
    Ownership ownership = of(id("code.a"));
    assertEquals(new Origin("Bob", "test:Bob"), ownership.created().origin());
    assertEquals(made.operation().id(), ownership.created().operation());
    assertEquals(made.operation().time(), ownership.created().time());
    assertEquals(ownership.created(), ownership.modified());
    at("Cid", "code.a.b").create().set("1");
    assertOwners("Bob", "Bob", "code.a");
    assertOwners("Cid", "Cid", "code.a.b");
    at("Dee", "code.a").metadata("colour", Value.of("blue"));
    assertOwners("Bob", "Dee", "code.a");
    assertOwners("Cid", "Cid", "code.a.b");
    at("Eve", "code.a").rename(Name.of("c"));
    assertOwners("Bob", "Eve", "code.c");
    at("Fay", "code.c").moveTo(at("Fay", "config"));
    assertOwners("Bob", "Fay", "config.c");
    assertOwners("Cid", "Cid", "config.c.b");
  }

  @Test
  void theProjectItselfHasAnOwner() {
    NodeId root = at("nobody", "").id();
    String maker = workspace.owners().of(root).orElseThrow().owner();
    assertOwners(maker, maker, "code");
    assertOwners(maker, maker, "groups");
  }

  @Test
  void whatIsNotThereHasNone() {
    assertEquals(Optional.empty(), workspace.owners().of(new NodeId(1, 2)));
    NodeId file = id("code.src.Shape");
    at("Bob", "code.src.Shape").remove();
    assertEquals(Optional.empty(), workspace.owners().of(file));
  }

  @Test
  void snippetsOfARawFileAreTheFiles() {
    assertOwners("Ann", "Ann", "code.src.Shape.Shape.area");
    at("Bob", "code.src.Shape").rename(Name.of("Form"));
    assertOwners("Ann", "Bob", "code.src.Form");
    // Another name is no other content.
    assertOwners("Ann", "Ann", "code.src.Form.Shape.area");
    Node other = CodeTrees.raw(FILE.replace("area method text", "area method other"));
    change("Cid", t -> put(t.root().child(CODE).child(Name.of("src")), "Form", other));
    assertOwners("Ann", "Cid", "code.src.Form");
    assertOwners("Ann", "Cid", "code.src.Form.Shape.area");
    assertOwners("Ann", "Cid", "code.src.Form.Shape.name");
  }

  @Test
  void whatTheFirstChangeOfAFileDidNotChangeStaysAsItWas() {
    at("Bob", "code.src.Shape.Shape.area").set("area method changed");
    assertTrue(stored("Shape").value().asBlob().isEmpty());
    assertOwners("Ann", "Bob", "code.src.Shape.Shape.area");
    assertOwners("Ann", "Ann", "code.src.Shape.Shape.name");
    assertOwners("Ann", "Ann", "code.src.Shape.Shape");
    assertOwners("Ann", "Ann", "code.src.Shape");
    at("Cid", "code.src.Shape.Shape").append(Name.of("new"), snippet("new"));
    assertOwners("Cid", "Cid", "code.src.Shape.Shape.new");
    assertOwners("Ann", "Ann", "code.src.Shape.Shape");
    assertOwners("Ann", "Bob", "code.src.Shape.Shape.area");
  }

  @Test
  void contentFromOutsideMakesSnippetsTheFilesAgain() {
    at("Bob", "code.src.Shape.Shape.area").set("area method changed");
    Node raw = CodeTrees.raw(FILE + "More class text\n");
    change("Cid", t -> put(t.root().child(CODE).child(Name.of("src")), "Shape", raw));
    Node other = CodeTrees.raw(FILE + "Less class text\n");
    change("Dee", t -> put(t.root().child(CODE).child(Name.of("src")), "Shape", other));
    assertOwners("Ann", "Dee", "code.src.Shape.Shape.area");
    assertOwners("Ann", "Dee", "code.src.Shape.Less");
  }

  private Node stored(String file) {
    return workspace.root().child("code").child("src").child(file);
  }

  private static Node snippet(String text) {
    return new TreeBuilder(Kind.SNIPPET).value(Value.of(text)).build();
  }

  @Test
  void whatIsUndoneIsTheUndoersButKeepsItsOwner() {
    Node before = workspace.root();
    at("Bob", "code.src.Shape.Shape.area").set("area method changed");
    Node edited = workspace.root();
    change("Cid", t -> t.root(before));
    assertOwners("Ann", "Cid", "code.src.Shape.Shape.area");
    assertOwners("Ann", "Ann", "code.src.Shape.Shape.name");
    assertOwners("Ann", "Ann", "code.src.Shape");
    change("Dee", t -> t.root(edited));
    assertOwners("Ann", "Dee", "code.src.Shape.Shape.area");
    at("Eve", "code.src").remove();
    change("Fay", t -> t.root(edited));
    assertOwners("Ann", "Fay", "code.src");
    assertOwners("Ann", "Fay", "code.src.Shape");
    assertOwners("Ann", "Fay", "code.src.Shape.Shape.area");
    assertOwners("Ann", "Fay", "code.src.Other.Other");
  }

  @Test
  void whatComesBackToAnotherPlaceKeepsItsOwner() {
    at("Bob", "code.src.Shape.Shape.area").set("area method changed");
    at("Bob", "code.src.Shape.Shape").append(Name.of("new"), snippet("new"));
    NodeId made = id("code.src.Shape.Shape.new");
    Entry file = workspace.root().child("code").child("src").entry(Name.of("Shape")).orElseThrow();
    at("Cid", "code.src").remove();
    change("Dee", t -> t.root().child(CODE).put(file));
    assertOwners("Ann", "Dee", "code.Shape");
    assertOwners("Ann", "Dee", "code.Shape.Shape.area");
    assertOwners("Bob", "Dee", made);
  }

  @Test
  void aSnippetThatMovesToAnotherFileTakesItsOwnerAlong() {
    change(
        "Bob",
        t -> {
          Cursor shape = t.at(NodePath.parse("code.src.Shape.Shape"));
          shape.moveTo(t.at(NodePath.parse("code.src.Other")));
          t.at(NodePath.parse("code.src.Shape")).remove();
        });
    assertOwners("Ann", "Bob", "code.src.Other.Shape");
    assertOwners("Ann", "Ann", "code.src.Other.Shape.area");
    assertOwners("Ann", "Ann", "code.src.Other.Other");
    assertOwners("Ann", "Ann", "code.src.Other");
  }

  @Test
  void theTextBetweenSnippetsIsThatOfWhatTheyStandIn() {
    NodeBuilder type = new TreeBuilder(Kind.SNIPPET);
    append(type, Kind.HEAD, "class A {\n");
    append(type, Kind.SNIPPET, "  int a;\n");
    append(type, Kind.GAP, "}\n");
    NodeBuilder file = new TreeBuilder(Kind.FILE);
    append(file, Kind.HEAD, "import x;\n");
    file.append(NodeId.random(), Name.of("A"), type.build());
    at("Bob", "code").append(Name.of("A"), file.build());
    NodeId gap = entry("code.A.A", 2).id();
    // A method, and some lines around it, are no change of the class.
    change(
        "Cid",
        t -> {
          NodeBuilder a = file(t).child(Name.of("A"));
          a.append(NodeId.random(), Name.of("b"), snippet("  int b;\n"));
          a.child(gap).value(Value.of("\n }\n\n"));
        });
    assertOwners("Bob", "Bob", "code.A.A");
    assertOwners("Cid", "Cid", "code.A.A.b");
    change("Dee", t -> file(t).child(Name.of("A")).child(gap).value(Value.of("} // A\n")));
    assertOwners("Bob", "Dee", "code.A.A");
    assertOwners("Bob", "Bob", "code.A");
    change("Eve", t -> file(t).child(entry("code.A", 0).id()).value(Value.of("import y;\n")));
    assertOwners("Bob", "Eve", "code.A");
    assertEquals(Optional.empty(), workspace.owners().of(gap));
  }

  private static NodeBuilder file(Transaction transaction) {
    return transaction.root().child(CODE).child(Name.of("A"));
  }

  private static void append(NodeBuilder parent, Kind kind, String text) {
    parent.append(NodeId.random(), Name.EMPTY, new TreeBuilder(kind).value(Value.of(text)).build());
  }

  private Entry entry(String path, int number) {
    Entry[] found = new Entry[1];
    int at = 0;
    for (Entry entry : at("nobody", path).node().entries()) {
      if (at++ == number) {
        found[0] = entry;
      }
    }
    return found[0];
  }

  @Test
  void anImportMarksAFewNodesHoweverManyItBrings() {
    int before = marks();
    change("Bob", t -> put(t.root().child(Name.of("config")), "all", tree(3)));
    assertTrue(marks() - before <= 2, "marks: " + (marks() - before));
    assertOwners("Bob", "Bob", "config.all.f9.f9.f9");
    at("Cid", "config.all.f9").rename(Name.of("g"));
    assertTrue(marks() - before <= 3, "marks: " + (marks() - before));
    assertOwners("Bob", "Cid", "config.all.g");
    assertOwners("Bob", "Bob", "config.all.g.f9.f9");
    at("Dee", "config.all.g").moveTo(at("Dee", "code"));
    assertTrue(marks() - before <= 3, "marks: " + (marks() - before));
    assertOwners("Bob", "Bob", "code.g.f9.f9");
  }

  private static Node tree(int depth) {
    NodeBuilder folder = new TreeBuilder(Kind.FOLDER);
    for (int i = 0; i < 10; i++) {
      put(folder, "f" + i, depth == 1 ? snippet("x") : tree(depth - 1));
    }
    return folder.build();
  }

  private int marks() {
    int[] count = new int[1];
    byte[] table = Keys.tables()[0];
    workspace
        .store()
        .index(index -> index.scan(table, Keys.behind(table), (key, value) -> ++count[0] > 0));
    return count[0];
  }

  @Test
  void aBookThatIsDamagedIsWrittenAnew() {
    at("Bob", "code.src").rename(Name.of("lib"));
    NodeId folder = id("code.lib");
    for (byte[] damage : new byte[][] {{}, {7}, {0, 99, 0}, {0, 1, 1, 1}, {0, (byte) 0xff}}) {
      damage(folder, damage);
      assertOwners("Ann", "Bob", folder);
    }
  }

  @Test
  void whoAsksForABookThatIsWrittenAnewSeesHowFarItIs() {
    at("Bob", "code.src").rename(Name.of("lib"));
    NodeId folder = id("code.lib");
    damage(folder, new byte[] {});
    Map<String, Long> told = new LinkedHashMap<>();
    Progress progress =
        new Progress() {
          private String phase;

          @Override
          public void phase(String name, long total) {
            phase = name;
            told.put(name, 0L);
          }

          @Override
          public void advance(long units) {
            told.merge(phase, units, Long::sum);
          }
        };
    try (CurrentProgress shown = CurrentProgress.begin(progress)) {
      assertOwners("Ann", "Bob", folder);
    }
    assertEquals(Map.of("reading the operation log", 3L, "finding out who changed what", 3L), told);
    told.clear();
    damage(folder, new byte[] {});
    assertOwners("Ann", "Bob", folder);
    assertEquals(Map.of(), told, "who asks without");
  }

  @Test
  void aChangeThatMeetsDamageHappensAllTheSame() throws Exception {
    at("Bob", "code.src").rename(Name.of("lib"));
    NodeId folder = id("code.lib");
    damage(folder, new byte[] {0, (byte) 0x80});
    reopen();
    at("Cid", "code.lib").rename(Name.of("src"));
    assertOwners("Ann", "Cid", folder);
    assertOwners("Ann", "Ann", "code.src.Shape");
  }

  /** As after a start: nothing is in memory. */
  private void reopen() throws Exception {
    Path file = folder.resolve("project");
    Files.write(file, new byte[0]);
    workspace = (ProjectWorkspace) projects().open(file);
    Files.delete(file);
  }

  private void damage(NodeId node, byte[] marks) {
    try (Batch batch = workspace.store().begin()) {
      batch.index(Keys.marks(node), marks);
      batch.commit();
    }
  }

  @Test
  void aNameOfAnyLengthIsKeptToALimit() {
    String name = "\uD83D\uDE00".repeat(2000);
    at(name, "config.a").create();
    Ownership ownership = of(id("config.a"));
    assertTrue(ownership.owner().length() <= Stamp.LONGEST);
    assertTrue(ownership.owner().startsWith("\uD83D\uDE00") && ownership.owner().endsWith("…"));
    String fits = "x".repeat(Stamp.LONGEST);
    at(fits, "config.b").create();
    assertEquals(fits, of(id("config.b")).owner());
  }
}
