package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.Savepoint;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.cursor.LineProjector;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SavepointTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "test");

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final Workspace workspace = projects.createInMemory();
  private final Transaction transaction = workspace.begin(ME);

  @AfterEach
  void closeAll() {
    transaction.close();
    projects.close();
  }

  private Cursor at(String path) {
    return transaction.at(NodePath.parse(path));
  }

  private Hash now() {
    return transaction.root().build().hash();
  }

  @Test
  void goingBackGivesTheTreeOfThatMoment() {
    at("code.a").create().set("1");
    Hash before = now();
    Savepoint savepoint = transaction.savepoint();
    at("code.a").set("2").rename(Name.of("b"));
    at("code.c.d").create().set("3");
    transaction.root().child(Name.of("code")).remove(Name.of("b"));
    savepoint.rollback();
    assertEquals(before, now());
    assertEquals(Value.of("1"), at("code.a").get());
    assertFalse(at("code.c").exists());
    // It can be gone back to again.
    at("code.a").remove();
    savepoint.rollback();
    assertEquals(before, now());
    Change change = transaction.commit("kept what was before");
    assertEquals(before, change.after().root().hash());
  }

  @Test
  void cursorsFollow() {
    Cursor a = at("code.a").create().set("1");
    Savepoint savepoint = transaction.savepoint();
    Cursor fresh = at("code.folder").create(Kind.FOLDER);
    a.moveTo(fresh).rename(Name.of("b")).set("2");
    assertEquals("code.folder.b", a.path().toString());
    savepoint.rollback();
    assertEquals("code.a", a.path().toString());
    assertEquals(Value.of("1"), a.get());
    assertFalse(fresh.exists());
    a.set("3");
    a.remove();
    savepoint.rollback();
    assertEquals(Value.of("1"), a.get());
  }

  @Test
  void savepointsNest() {
    List<Hash> hashes = new ArrayList<>();
    List<Savepoint> savepoints = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      hashes.add(now());
      savepoints.add(transaction.savepoint());
      at("code.n" + i).create().set(i);
    }
    savepoints.get(3).rollback();
    assertEquals(hashes.get(3), now());
    assertThrows(IllegalStateException.class, savepoints.get(4)::rollback);
    savepoints.get(4).release();
    at("code.other").create();
    savepoints.get(3).release();
    assertThrows(IllegalStateException.class, savepoints.get(3)::rollback);
    assertTrue(at("code.other").exists());
    savepoints.get(1).rollback();
    assertEquals(hashes.get(1), now());
    assertThrows(IllegalStateException.class, savepoints.get(2)::rollback);
    savepoints.get(0).release();
    assertThrows(IllegalStateException.class, savepoints.get(1)::rollback);
    savepoints.get(1).release();
    assertEquals(hashes.get(1), now());
  }

  @Test
  void referencesGoBackToo() {
    Ref one = Ref.to(Hash.ofContent(new byte[] {1}));
    Ref two = Ref.to(Hash.ofContent(new byte[] {2}));
    transaction.ref("refs/heads/kept", one);
    transaction.ref("refs/heads/both", one);
    Savepoint savepoint = transaction.savepoint();
    transaction.ref("refs/heads/both", two);
    transaction.ref("refs/heads/both", null);
    transaction.ref("refs/heads/lost", two);
    transaction.ref("HEAD", null);
    savepoint.rollback();
    transaction.ref("refs/heads/new", two);
    transaction.commit("refs");
    assertEquals(Optional.of(one), workspace.state().ref("refs/heads/kept"));
    assertEquals(Optional.of(one), workspace.state().ref("refs/heads/both"));
    assertEquals(Optional.empty(), workspace.state().ref("refs/heads/lost"));
    assertEquals(Optional.of(two), workspace.state().ref("refs/heads/new"));
    assertTrue(workspace.state().ref("HEAD").isPresent());
  }

  @Test
  void contentThatWasTakenInStays() {
    byte[] large = new byte[100_000];
    large[7] = 7;
    Savepoint savepoint = transaction.savepoint();
    Blob blob = transaction.blob(new ByteArrayInputStream(large));
    at("code.lost").create().set(Value.of(blob));
    savepoint.rollback();
    at("code.kept").create().set(Value.of(blob));
    transaction.commit("content");
    Node kept = workspace.root().child("code").child("kept");
    assertArrayEquals(large, kept.value().asBlob().orElseThrow().bytes());
  }

  @Test
  void aFileThatWasEditedInBetweenIsAsItWas() {
    projects.projectors().add(new LineProjector());
    Node raw = LineProjector.raw("one 1\ntwo 2\n").builder().metadata("size", Value.NONE).build();
    at("code.folder").create(Kind.FOLDER).append(Name.of("A"), raw);
    Hash before = now();
    Savepoint savepoint = transaction.savepoint();
    at("code.folder.A.one").set("one 9\n");
    savepoint.rollback();
    transaction.commit("a file");
    assertEquals(before, workspace.root().hash());
    assertEquals(raw.hash(), workspace.root().child("code").child("folder").child("A").hash());
  }

  @Test
  void aWholeOtherRootGoesBackToo() {
    Hash before = now();
    Savepoint savepoint = transaction.savepoint();
    transaction.root(new GraphNodes().builder(Kind.ROOT).metadata("other", Value.of(true)).build());
    assertFalse(at("code").exists());
    savepoint.rollback();
    assertTrue(at("code").exists());
    assertEquals(before, now());
  }

  @Test
  void buildersFromBeforeAreNotPartOfItAnyMore() {
    NodeBuilder code = transaction.root().child(Name.of("code"));
    Savepoint savepoint = transaction.savepoint();
    savepoint.rollback();
    code.childOrNew(Name.of("lost"), Kind.FOLDER);
    assertFalse(at("code.lost").exists());
    transaction.root().child(Name.of("code")).childOrNew(Name.of("kept"), Kind.FOLDER);
    assertTrue(at("code.kept").exists());
  }

  @Test
  void nothingWorksWhenTheTransactionIsOver() {
    Savepoint savepoint = transaction.savepoint();
    Cursor cursor = at("code");
    transaction.commit("nothing");
    assertThrows(IllegalStateException.class, savepoint::rollback);
    assertThrows(IllegalStateException.class, savepoint::release);
    assertThrows(IllegalStateException.class, transaction::savepoint);
    assertThrows(IllegalStateException.class, () -> at("code"));
    assertThrows(IllegalStateException.class, cursor::exists);
    assertThrows(IllegalStateException.class, () -> cursor.set("x"));
    assertEquals(ME, transaction.origin());
  }
}
