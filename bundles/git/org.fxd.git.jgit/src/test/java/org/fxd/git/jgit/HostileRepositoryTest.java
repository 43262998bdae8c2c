package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that were made to do harm, or are broken. */
class HostileRepositoryTest {
  @TempDir Path temp;
  private ImportFixture project;
  private GitRepo repo;

  @BeforeEach
  void setUp() throws IOException {
    project = new ImportFixture(new GitFixture(Files.createDirectory(temp.resolve("home"))));
    repo = GitRepo.create(temp.resolve("repo.git"));
  }

  @AfterEach
  void tearDown() {
    project.close();
    repo.close();
  }

  /** It is refused with the object named, and the project is as before. */
  private FxdException refused(String named) {
    var before = project.workspace().state().node();
    FxdException refused = assertThrows(FxdException.class, () -> project.take(repo.folder()));
    assertTrue(refused.getMessage().contains(named), refused.getMessage());
    assertEquals(before, project.workspace().state().node());
    return refused;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        ".git",
        ".GIT",
        ".Git ",
        ".git...",
        "git~1",
        "GIT~1",
        ".git::$INDEX_ALLOCATION",
        ".g\u200cit",
        ".git\ufeff",
        "a/b"
      })
  void namesThatLeadElsewhereAreRefused(String name) {
    ObjectId blob = repo.blob("x");
    byte[] raw = GitRepo.bytes("100644 " + name + "\0", raw(blob));
    ObjectId tree = repo.object(Constants.OBJ_TREE, raw);
    repo.branch("main", repo.commit(tree, "hostile"));

    refused(tree.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100644", "100644 a", "100644 a\0short", "8 a\0", "100644 \0"})
  void treesThatAreNoneAreRefused(String raw) {
    ObjectId tree = repo.object(Constants.OBJ_TREE, GitRepo.bytes(raw, raw.isEmpty() ? "x" : ""));
    repo.branch("main", repo.commit(tree, "hostile"));

    refused(tree.name());
  }

  @Test
  void namesInFoldersWithinAreLookedAtToo() {
    ObjectId inner =
        repo.object(Constants.OBJ_TREE, GitRepo.bytes("100644 .git\0", raw(repo.blob("x"))));
    ObjectId tree = repo.tree(List.of(GitRepo.entry("40000", "a", inner)));
    ObjectId good = repo.commit(Map.of("a/b", "c"), "good");
    repo.branch("main", repo.commit(tree, "hostile", good));

    refused(inner.name());
  }

  private static byte[] raw(ObjectId id) {
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(raw, 0);
    return raw;
  }

  @Test
  void treesThatAreTooDeepAreRefused() {
    ObjectId tree = repo.tree(Map.of("file", "x"));
    for (int i = 0; i < 1100; i++) {
      tree = repo.tree(List.of(GitRepo.entry("40000", "d", tree)));
    }
    repo.branch("main", repo.commit(tree, "deep"));

    FxdException refused = refused("deeper than");
    assertTrue(refused.getMessage().contains("commit "), refused.getMessage());
  }

  @Test
  void treesThatAreDeepButNotTooDeepComeIn() {
    ObjectId tree = repo.tree(Map.of("file", "x"));
    for (int i = 0; i < 900; i++) {
      tree = repo.tree(List.of(GitRepo.entry("40000", "d", tree)));
    }
    ObjectId commit = repo.commit(tree, "deep");
    repo.branch("main", repo.commit(Map.of("file", "x"), "flat", commit));

    project.take(repo.folder());

    assertEquals(commit.name(), project.rebuilt(project.commit(commit.name())).toString());
  }

  /** Twenty small trees that hold 2^40 files. */
  @Test
  void treesThatHoldBillionsOfFilesAreRefused() {
    ObjectId tree = repo.tree(Map.of("0", "x", "1", "x", "2", "x", "3", "x"));
    for (int i = 0; i < 19; i++) {
      tree =
          repo.tree(
              List.of(
                  GitRepo.entry("40000", "a", tree),
                  GitRepo.entry("40000", "b", tree),
                  GitRepo.entry("40000", "c", tree),
                  GitRepo.entry("40000", "d", tree)));
    }
    repo.branch("main", repo.commit(tree, "wide"));

    refused("files differ");
  }

  @Test
  void contentThatIsNotWhatItsIdSaysIsRefused() throws IOException {
    ObjectId blob = repo.blob("true content\n");
    repo.branch("main", repo.commit(Map.of("a", "true content\n"), "one"));
    forge(blob, "blob", "forged");

    refused(blob.name());
  }

  @Test
  void commitsAndTreesThatAreNotWhatTheirIdsSayAreRefused() throws IOException {
    ObjectId tree = repo.tree(Map.of("a", "1"));
    ObjectId commit = repo.commit(tree, "one");
    repo.branch("main", commit);
    forge(tree, "tree", "");
    refused(tree.name());
    forge(commit, "commit", "tree " + repo.tree(Map.of("b", "2")).name() + "\n\nforged\n");
    refused(commit.name());
  }

  /** Only with forged objects can a commit be its own ancestor. */
  @Test
  void aCommitIsNotItsOwnAncestor() throws IOException {
    ObjectId one = repo.commit(Map.of("a", "1"), "one");
    ObjectId two = repo.commit(Map.of("a", "2"), "two", one);
    repo.branch("main", two);
    forge(
        one,
        "commit",
        "tree " + repo.tree(Map.of("a", "1")).name() + "\nparent " + two.name() + "\n\nforged\n");

    refused(one.name());
  }

  private void forge(ObjectId id, String type, String text) throws IOException {
    byte[] content = text.getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write((type + " " + content.length + "\0").getBytes(UTF_8));
      out.write(content);
    }
    Path file = loose(id);
    file.toFile().setWritable(true);
    Files.write(file, bytes.toByteArray());
  }

  private Path loose(ObjectId id) {
    return repo.folder()
        .resolve("objects")
        .resolve(id.name().substring(0, 2))
        .resolve(id.name().substring(2));
  }

  @Test
  void objectsThatAreMissingAreNamed() throws IOException {
    ObjectId blob = repo.blob("one");
    ObjectId tree = repo.tree(Map.of("a", "one"));
    ObjectId one = repo.commit(tree, "one");
    repo.branch("main", repo.commit(Map.of("a", "two"), "two", one));
    Files.delete(loose(blob));
    refused(blob.name());
    Files.delete(loose(tree));
    refused(tree.name());
    Files.delete(loose(one));
    refused(one.name());
  }

  @Test
  void brokenAndCyclicReferencesAreLeftOut() throws IOException {
    repo.branch("main", repo.commit(Map.of("a", "1"), "one"));
    Files.writeString(repo.folder().resolve("refs/heads/nowhere"), "12".repeat(20) + "\n");
    Files.writeString(repo.folder().resolve("refs/heads/x"), "ref: refs/heads/y\n");
    Files.writeString(repo.folder().resolve("refs/heads/y"), "ref: refs/heads/x\n");
    Files.writeString(repo.folder().resolve("refs/heads/nonsense"), "nonsense\n");

    HistoryReport report = project.take(repo.folder());

    assertEquals("one", project.history().head().orElseThrow().message());
    assertEquals(List.of("main"), List.copyOf(project.history().branches().keySet()));
    assertTrue(
        report.notes().stream().anyMatch(note -> note.startsWith("refs/heads/nowhere: left out")),
        report.notes().toString());
  }

  @Test
  void aSymbolicLinkIsNeverFollowed() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "secret");
    ObjectId tree =
        repo.tree(List.of(GitRepo.entry("120000", "link", repo.blob(secret.toString()))));
    repo.branch("main", repo.commit(tree, "link"));

    project.take(repo.folder());

    assertEquals("secret", Files.readString(secret));
    assertEquals(
        secret.toString(),
        new String(
            ((org.fxd.graph.api.Value.Bytes)
                    project
                        .entry(project.history().head().orElseThrow(), "link")
                        .orElseThrow()
                        .node()
                        .value())
                .bytes(),
            UTF_8));
  }

  @Test
  void repositoriesWithOtherIdsAreRefusedByName() throws IOException {
    Path config = repo.folder().resolve("config");
    Files.writeString(
        config,
        "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = sha256\n");

    FxdException refused = assertThrows(FxdException.class, () -> project.take(repo.folder()));

    assertTrue(refused.getMessage().contains("sha256"), refused.getMessage());
  }

  @Test
  void whatIsNoRepositoryIsSaidToBeNone() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("plain"));
    assertThrows(NotFoundException.class, () -> project.take(folder));
    assertThrows(NotFoundException.class, () -> project.take(temp.resolve("nowhere")));
  }

  @Test
  void aNameLongerThanAnyIsRefused() {
    Name name = Name.of("x".repeat(4096));
    ObjectId tree =
        repo.tree(List.of(new GitTreeEntry("100644", name, GitId.parse(repo.blob("fits").name()))));
    byte[] raw = GitRepo.bytes("100644 " + "y".repeat(4097) + "\0", raw(repo.blob("x")));
    repo.branch("main", repo.commit(tree, "fits"));
    project.take(repo.folder());
    ObjectId longer = repo.object(Constants.OBJ_TREE, raw);
    repo.branch("main", repo.commit(longer, "does not"));

    refused(longer.name());
  }
}
