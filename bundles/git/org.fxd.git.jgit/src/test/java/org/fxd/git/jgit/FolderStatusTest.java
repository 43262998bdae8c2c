package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.fxd.git.api.FolderStatus;
import org.fxd.git.api.ImportOptions;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStatusTest {
  private static final Origin TEST = new Origin("Ada <ada@example.org>", "test");
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path temp;
  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = new SnippetSources(nodes, new FixedScanners(List.of()));
  private final FolderMemories memories = new FolderMemories(Optional.empty());
  private Path folder;
  private Workspace workspace;
  private JGitFolderImporter importer;

  @BeforeEach
  void setUp() throws IOException {
    temp = temp.toRealPath();
    folder = Files.createDirectory(temp.resolve("folder"));
    GitFixture fixture = new GitFixture(Files.createDirectory(temp.resolve("home")));
    importer =
        new JGitFolderImporter(
            nodes, sources, projects, new Configurations(fixture.environment()), memories);
    workspace = projects.createInMemory();
  }

  @AfterEach
  void tearDown() {
    projects.close();
  }

  private void take() {
    importer.importFolder(
        workspace, folder, ImportOptions.DEFAULT, TEST, Progress.NONE, Cancellation.none());
  }

  private FolderStatus status() {
    return importer.status(
        workspace, folder, ImportOptions.DEFAULT, Progress.NONE, Cancellation.none());
  }

  private Path write(String path, String text) {
    GitFixture.write(folder.resolve(path), text);
    return folder.resolve(path);
  }

  private List<String> changes(FolderStatus status) {
    List<String> changes = new ArrayList<>();
    sources.diffFiles(
        status.before(),
        status.after(),
        change ->
            changes.add(
                change.kind() + " " + change.after().or(change::before).orElseThrow().path()));
    return changes;
  }

  @Test
  void anUntouchedFolderDiffersInNothing() {
    write("a.txt", "one\n");
    write("src/b.txt", "two\n");
    assertFalse(status().isClean());
    take();
    FolderStatus status = status();
    assertTrue(status.isClean());
    assertEquals(2, status.report().files());
  }

  @Test
  void saysWhatDiffersAndChangesNothing() throws IOException {
    write("a.txt", "one\n");
    write("b.txt", "two\n");
    write("c.txt", "a content of some length, so that it is followed\n");
    take();
    Hash before = workspace.root().hash();
    write("a.txt", "other\n");
    Files.delete(folder.resolve("b.txt"));
    Files.move(folder.resolve("c.txt"), folder.resolve("moved.txt"));
    write("new.txt", "new\n");
    FolderStatus status = status();
    assertEquals(
        List.of("CHANGED a.txt", "REMOVED b.txt", "MOVED moved.txt", "ADDED new.txt"),
        changes(status));
    assertEquals(before, workspace.root().hash());
    assertEquals(1, status.report().added());
    assertEquals(1, status.report().moved());
    take();
    assertEquals(status.after().hash(), workspace.root().hash());
  }

  @Test
  void contentsAreReadFromTheFolderWhenTheyAreAskedFor() {
    byte[] large = new byte[FileReader.LARGEST_WHOLE + 10];
    new Random(1).nextBytes(large);
    GitFixture.write(folder.resolve("large"), large);
    write("a.txt", "one\n");
    FolderStatus status = status();
    for (FileChange change : files(status)) {
      byte[] bytes = sources.render(change.after().orElseThrow().entry().node());
      if (change.after().orElseThrow().path().toString().equals("large")) {
        assertArrayEquals(large, bytes);
      } else {
        assertEquals("one\n", new String(bytes, UTF_8));
      }
    }
  }

  private List<FileChange> files(FolderStatus status) {
    List<FileChange> all = new ArrayList<>();
    sources.diffFiles(status.before(), status.after(), all::add);
    return all;
  }

  @Test
  void aFileThatIsWrittenToMeanwhileIsNotTakenForWhatItWas() {
    write("a.txt", "one\n");
    FileChange change = files(status()).get(0);
    write("a.txt", "two\n");
    assertThrows(
        StoreException.class, () -> sources.render(change.after().orElseThrow().entry().node()));
  }

  /** What is remembered of a file, as if it held that. */
  private void remember(Path file, String text) throws IOException {
    Content content =
        new Content(Hash.ofContent(text.getBytes(UTF_8)), text.length(), false, Optional.empty());
    memories.keep(
        folder,
        new FolderMemory(
            Map.of(
                file.getFileName().toString(), new FolderMemory.KnownFile(Stat.of(file), content)),
            Map.of()));
  }

  @Test
  void aFileThatIsKnownIsNotOpened() throws IOException {
    Path file = write("a.txt", "one\n");
    take();
    // It has another content now, but what is remembered says that it has the same.
    Files.writeString(file, "two\n");
    remember(file, "one\n");
    assertTrue(status().isClean());
    Files.setLastModifiedTime(file, LONG_AGO);
    assertEquals(List.of("CHANGED a.txt"), changes(status()));
  }

  /** Waits until the files are old enough to be remembered. */
  private void settle() throws InterruptedException {
    Thread.sleep(2_100);
    status();
  }

  @Test
  void foldersThatNobodyTouchedAreRecognisedAndAllElseIsSeen()
      throws IOException, InterruptedException {
    write("src/a.txt", "one\n");
    write("src/deep/b.txt", "two\n");
    write("src/deep/c.txt", "three\n");
    write("other/d.txt", "four\n");
    take();
    settle();
    assertEquals(Set.of("", "src", "src/deep", "other"), memories.of(folder).folders().keySet());
    FolderStatus clean = status();
    assertTrue(clean.isClean());
    assertEquals(4, clean.report().files());
    assertEquals(3, clean.report().folders());
    assertEquals(19, clean.report().bytes());
    assertEquals(Map.of("text", 4L), clean.report().languages());

    Files.delete(folder.resolve("src/deep/b.txt"));
    assertEquals(List.of("REMOVED src/deep/b.txt"), changes(status()));
    write("src/deep/b.txt", "two\n");
    assertTrue(status().isClean());
    write("src/deep/e.txt", "new\n");
    assertEquals(List.of("ADDED src/deep/e.txt"), changes(status()));
    Files.delete(folder.resolve("src/deep/e.txt"));
    Files.delete(folder.resolve("src/a.txt"));
    Files.createDirectory(folder.resolve("src/a.txt"));
    assertEquals(List.of("REMOVED src/a.txt"), changes(status()));
    Files.delete(folder.resolve("src/a.txt"));
    write("src/a.txt", "one\n");
    write("other/d.txt", "FOUR\n");
    assertEquals(List.of("CHANGED other/d.txt"), changes(status()));
  }

  @Test
  void anotherProjectDoesNotTakeAFolderForWhatItHas() throws InterruptedException {
    write("src/a.txt", "one\n");
    take();
    settle();
    workspace = projects.createInMemory();
    assertEquals(List.of("ADDED src/a.txt"), changes(status()));
    take();
    assertTrue(status().isClean());
  }

  @Test
  void aProjectThatGoesElsewhereIsComparedWithWhatTheFileHolds() {
    write("a.txt", "one\n");
    take();
    assertTrue(status().isClean());
    workspace.change(
        TEST,
        "edit",
        transaction -> {
          SourceFile file = sources.file(workspace.root(), FilePath.parse("a.txt")).orElseThrow();
          Node other = sources.raw(Blob.of("other\n".getBytes(UTF_8)), false);
          transaction.root().child(Name.of(Workspace.CODE)).put(file.entry().withNode(other));
        });
    assertEquals(List.of("CHANGED a.txt"), changes(status()));
    take();
    assertTrue(status().isClean());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path nowhere = temp.resolve("nowhere");
    FxdException error =
        assertThrows(
            NotFoundException.class,
            () ->
                importer.status(
                    workspace, nowhere, ImportOptions.DEFAULT, Progress.NONE, Cancellation.none()));
    assertTrue(error.getMessage().contains(nowhere.toString()));
  }
}
