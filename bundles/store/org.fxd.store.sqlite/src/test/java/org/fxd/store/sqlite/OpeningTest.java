package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.OtherFormatException;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.Connector.Access;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no project is refused in words, and left as it was to the byte. */
class OpeningTest {
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    Path file = folder.resolve("none.fxd");
    FxdException failure = assertThrows(NotFoundException.class, () -> provider.open(file));
    assertSays(failure, file, "There is no project");
    assertEquals(List.of(), Databases.names(folder));
  }

  @Test
  void aFolderIsRefused() {
    assertSays(
        assertThrows(FxdException.class, () -> provider.open(folder)), folder, "it is a folder");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertRefused(Files.createFile(folder.resolve("empty.fxd")), "it is empty");
  }

  @Test
  void textIsRefused() throws IOException {
    Path shortText = folder.resolve("short.fxd");
    Files.writeString(shortText, "no");
    assertRefused(shortText, "it is not a SQLite database");
    Path longText = folder.resolve("long.fxd");
    Files.writeString(longText, "a line of text\n".repeat(1_000));
    assertRefused(longText, "it is not a SQLite database");
  }

  @Test
  void aHeaderWithNothingBehindItIsRefused() throws IOException {
    byte[] bytes = new byte[8192];
    byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    Path file = Files.write(folder.resolve("magic.fxd"), bytes);
    assertRefused(file, "Cannot open");
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefused() throws Exception {
    Path file = folder.resolve("other.fxd");
    Databases.run(file, "CREATE TABLE people (name TEXT)", "INSERT INTO people VALUES ('x')");
    assertRefused(file, "a SQLite database of another program");
    Databases.run(file, "PRAGMA application_id=1234", "PRAGMA user_version=2");
    assertRefused(file, "a SQLite database of another program");
  }

  @Test
  void aForeignJournalIsNotReplayed() throws Exception {
    Path file = folder.resolve("other.fxd");
    Databases.run(file, "CREATE TABLE people (name TEXT)");
    Path journal = Files.writeString(folder.resolve("other.fxd-journal"), "what is this");
    String before = Databases.state(journal);
    assertRefused(file, "a SQLite database of another program");
    assertEquals(before, Databases.state(journal));
  }

  @Test
  void theFirstFormatIsNamed() throws Exception {
    Path file = folder.resolve("old.fxd");
    Databases.run(
        file,
        "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT)",
        "CREATE TABLE nodes (id TEXT PRIMARY KEY, parent_id TEXT, key_name TEXT,"
            + " node_type TEXT NOT NULL DEFAULT 'raw', value_json TEXT)");
    assertRefused(file, "it is in format 1");
  }

  @Test
  void aNewerFormatIsNamed() throws Exception {
    Path file = Databases.project(folder.resolve("new.fxd"), ONE);
    Databases.run(file, "PRAGMA user_version=7");
    assertRefused(file, "in format 7; this one knows format 2");
  }

  @Test
  void aNewerFormatThatOnlyTheLogTellsOfIsNamed() throws Exception {
    Path file = Databases.project(folder.resolve("new.fxd"), ONE);
    Path crashed = folder.resolve("crashed.fxd");
    try (Connection connection = new Connector(file, Access.WRITE).writer(Durability.FULL)) {
      Connector.pragma(connection, "journal_mode=wal");
      Connector.pragma(connection, "wal_checkpoint(TRUNCATE)");
      Connector.pragma(connection, "user_version=7");
      Files.copy(file, crashed);
      Files.copy(folder.resolve("new.fxd-wal"), folder.resolve("crashed.fxd-wal"));
    }
    assertSays(
        assertThrows(OtherFormatException.class, () -> provider.open(crashed)),
        crashed,
        "in format 7; this one knows format 2");
    assertThrows(OtherFormatException.class, () -> provider.openToRead(crashed));
  }

  @Test
  void aFormatThatNeverWasIsRefused() throws Exception {
    Path file = Databases.project(folder.resolve("odd.fxd"), ONE);
    Databases.run(file, "PRAGMA user_version=1");
    assertRefused(file, "its format is 1");
  }

  @Test
  void aFileThatIsCutShortIsRefused() throws Exception {
    Path whole = Databases.project(folder.resolve("whole.fxd"), Samples.noise(1, 300_000));
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {100, 4096, 4097, bytes.length / 2, bytes.length - 1}) {
      Path cut = folder.resolve("cut" + length + ".fxd");
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertRefused(cut, "it is cut short");
    }
  }

  @Test
  void aSchemaThatIsNotOursToTheLetterIsRefused() throws Exception {
    String[] additions = {
      "CREATE TRIGGER t AFTER INSERT ON refs BEGIN DELETE FROM refs; END",
      "CREATE VIEW v AS SELECT * FROM refs",
      "CREATE TABLE more (x)",
      "CREATE INDEX i ON nodes (size)",
      "CREATE VIRTUAL TABLE f USING fts5 (x)",
      "ALTER TABLE nodes ADD COLUMN more TEXT",
      "DROP TABLE commits",
      "CREATE INDEX j ON refs (abs(random()))",
      "ANALYZE"
    };
    for (int i = 0; i < additions.length; i++) {
      Path file = Databases.project(folder.resolve("hostile" + i + ".fxd"), ONE);
      try {
        Databases.run(file, additions[i]);
      } catch (SQLException e) {
        continue; // SQLite itself refuses to make it.
      }
      assertRefused(file, "damaged or not FXD's");
    }
  }

  @Test
  void aSchemaIsNotHiddenBehindManyRows() throws Exception {
    Path file = Databases.project(folder.resolve("many.fxd"), ONE);
    for (int i = 0; i < 120; i++) {
      Databases.run(file, "CREATE TABLE more" + i + " (x)");
    }
    assertRefused(file, "damaged or not FXD's");
  }

  @Test
  void aSchemaThatIsWithoutAnEndIsRefused() throws Exception {
    Path braided =
        Drafts.make(folder.resolve("braided.fxd"), true, List.of(ONE)); // Its tree is a small one.
    assertTrue(Braid.of(braided, "sqlite_schema"));
    assertRefused(braided, "has no end");
    assertSays(
        assertThrows(StoreException.class, () -> provider.openToRead(braided)),
        braided,
        "has no end");
    Path large = Databases.project(folder.resolve("large.fxd"), ONE);
    Databases.run(
        large,
        "PRAGMA writable_schema=ON",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 50000)"
            + " INSERT INTO sqlite_schema"
            + " SELECT 'table', 't' || i, 't' || i, 3, 'CREATE TABLE t' || i || '(x)' FROM n");
    assertRefused(large, "has no end");
    Databases.run(large, "PRAGMA application_id=0", "PRAGMA user_version=0");
    assertRefused(large, "has no end");
  }

  @Test
  void whatIsThereAlreadyIsNotReplaced() throws Exception {
    Path text = Files.writeString(folder.resolve("a.fxd"), "precious");
    assertSays(
        assertThrows(FxdException.class, () -> provider.create(text)), text, "something of that");
    assertEquals("precious", Files.readString(text));
    Path file = Databases.project(folder.resolve("b.fxd"), ONE);
    String before = Databases.state(file);
    assertThrows(FxdException.class, () -> provider.create(file));
    assertEquals(before, Databases.state(file));
    assertThrows(FxdException.class, () -> provider.create(folder));
    assertEquals(List.of("a.fxd", "b.fxd"), Databases.names(folder));
  }

  @Test
  void aProjectNeedsAFolder() {
    Path file = folder.resolve("no/such/folder/x.fxd");
    assertSays(
        assertThrows(NotFoundException.class, () -> provider.create(file)), file, "no folder");
  }

  @Test
  void whatACreationLeftBehindIsNoObstacle() throws Exception {
    Files.writeString(folder.resolve("x.fxd.new"), "half");
    Files.writeString(folder.resolve("x.fxd.new-journal"), "half");
    Path file = Databases.project(folder.resolve("x.fxd"), ONE);
    assertEquals(List.of("x.fxd"), Databases.names(folder));
    assertHolds(file, ONE);
  }

  @Test
  void namesMayHoldAnything() throws IOException {
    for (String name :
        List.of(
            "a b.fxd", "50%41.fxd", "a?mode=memory", "x#y.fxd", "größe€.fxd", "file:z", ";'\"")) {
      Path file = folder.resolve(name);
      Databases.project(file, ONE);
      assertHolds(file, ONE);
      Files.delete(file);
      assertEquals(List.of(), Databases.names(folder), name);
    }
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path file =
        Databases.project(Files.createDirectory(folder.resolve("far")).resolve("x.fxd"), ONE);
    Path link = folder.resolve("link.fxd");
    Files.createSymbolicLink(link, file);
    assertHolds(link, ONE);
    try (Store store = provider.open(link)) {
      assertThrows(StoreException.class, () -> provider.open(file));
      assertFalse(store.isReadOnly());
    }
  }

  @Test
  void aFileThatCannotBeWrittenToCanBeRead() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Path file = Databases.project(inside.resolve("x.fxd"), ONE);
    assertTrue(inside.toFile().setWritable(false));
    try {
      assumeFalse(Files.isWritable(inside), "this user may write to everything");
      assertReadOnly(file);
      setWalMode(inside, file);
      assertReadOnly(file);
    } finally {
      assertTrue(inside.toFile().setWritable(true));
    }
    assertTrue(file.toFile().setWritable(false));
    assertReadOnly(file);
    assertEquals(List.of("x.fxd"), Databases.names(inside));
  }

  /** As a program leaves it that dies between its last checkpoint and the change of the mode. */
  private static void setWalMode(Path inside, Path file) throws IOException {
    assertTrue(inside.toFile().setWritable(true));
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(18);
      bytes.write(new byte[] {2, 2});
    }
    assertTrue(inside.toFile().setWritable(false));
  }

  private void assertReadOnly(Path file) throws IOException {
    String before = Databases.state(file);
    try (Store store = provider.open(file)) {
      assertTrue(store.isReadOnly());
      assertInstanceOf(Lookup.Present.class, store.get(List.of(ONE.hash())).get(ONE.hash()));
      StoreException failure = assertThrows(StoreException.class, store::begin);
      assertSays(failure, file, "read-only");
    }
    assertEquals(before, Databases.state(file));
  }

  private void assertHolds(Path file, Sample sample) {
    try (Store store = provider.open(file)) {
      assertInstanceOf(Lookup.Present.class, store.get(List.of(sample.hash())).get(sample.hash()));
    }
  }

  private void assertRefused(Path file, String reason) throws IOException {
    String before = Databases.state(file);
    List<String> around = Databases.names(folder);
    assertSays(assertThrows(FxdException.class, () -> provider.open(file)), file, reason);
    assertEquals(before, Databases.state(file));
    assertEquals(around, Databases.names(folder));
    // It is not held on to either.
    assertSays(assertThrows(FxdException.class, () -> provider.open(file)), file, reason);
  }

  private static void assertSays(FxdException failure, Path file, String reason) {
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    assertFalse(failure.hint().orElseThrow().isBlank());
  }
}
