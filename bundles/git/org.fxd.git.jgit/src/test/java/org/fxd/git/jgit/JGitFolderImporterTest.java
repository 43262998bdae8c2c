package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fxd.git.api.ImportOptions;
import org.fxd.git.api.ImportReport;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Views;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.view.FolderViews;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JGitFolderImporterTest {
  private static final Origin TEST = new Origin("Ada <ada@example.org>", "test");

  @TempDir Path temp;
  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = new SnippetSources(nodes, new FixedScanners(List.of()));
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
            nodes,
            sources,
            projects,
            new Configurations(fixture.environment()),
            new FolderMemories(Optional.of(temp.resolve("memories"))));
    workspace = projects.createInMemory();
  }

  @AfterEach
  void tearDown() {
    projects.close();
  }

  private ImportReport take() {
    return take(workspace);
  }

  private ImportReport take(Workspace into) {
    return importer.importFolder(
        into, folder, ImportOptions.DEFAULT, TEST, Progress.NONE, Cancellation.none());
  }

  private void write(String path, String text) {
    GitFixture.write(folder.resolve(path), text);
  }

  private static String lines(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("line number ").append(i).append(" of this file\n");
    }
    return text.toString();
  }

  private void move(String from, String to) throws IOException {
    Files.createDirectories(folder.resolve(to).getParent());
    Files.move(folder.resolve(from), folder.resolve(to));
  }

  private SourceFile file(String path) {
    return sources.file(workspace.root(), FilePath.parse(path)).orElseThrow();
  }

  private NodeId id(String path) {
    return file(path).entry().id();
  }

  private NodeId folderId(String path) {
    Node node = workspace.root().child(Workspace.CODE);
    Entry entry = null;
    for (Name name : FilePath.parse(path).names()) {
      entry = node.entry(name).orElseThrow();
      node = entry.node();
    }
    return entry.id();
  }

  private long operations() {
    long count = 0;
    for (Operation operation : workspace.operations()) {
      count += operation.counter() >= 0 ? 1 : 0;
    }
    return count;
  }

  /** A folder's content: kind, mode and bytes of everything by its path. */
  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths.filter(path -> !path.equals(root)).forEach(path -> tree.put(key(root, path), is(path)));
    }
    return tree;
  }

  private static String key(Path root, Path path) {
    return path.toUri().getRawPath().substring(root.toUri().getRawPath().length());
  }

  private static String is(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "link " + HexFormat.of().formatHex(RawNames.ofTarget(Files.readSymbolicLink(path)));
      }
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        return "folder";
      }
      return (Files.isExecutable(path) ? "script " : "file ")
          + Hash.ofContent(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertComesBack() throws IOException {
    Path out = Files.createTempDirectory(temp, "out");
    Views.Written written =
        new FolderViews()
            .writeAll(
                workspace.root(), out, Views.Existing.REFUSE, Progress.NONE, Cancellation.none());
    assertEquals(List.of(), written.skipped());
    assertEquals(tree(folder), tree(out));
  }

  @Test
  void everyOddityComesBackAsItWas() throws IOException {
    write("crlf.txt", "one\r\ntwo\r\n\r\nthree");
    write("empty", "");
    write("bom.txt", "\ufeffwith a mark\n");
    write("src/deep/A.java", "class A {\n  void a() {}\n}\n");
    byte[] binary = new byte[100_000];
    new Random(1).nextBytes(binary);
    GitFixture.write(folder.resolve("binary.png"), binary);
    GitFixture.write(folder.resolve("latin1.txt"), new byte[] {'c', (byte) 0xe9, '\n', 0x1a});
    Files.createDirectories(folder.resolve("no/thing/in/here"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("../nowhere/at/all"));
    Files.createSymbolicLink(folder.resolve("absolute"), Path.of("/nowhere/é"));
    write("run.sh", "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        folder.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    write("ünï/cödé", "x");

    ImportReport report = take();

    assertEquals(List.of(), report.skipped());
    assertEquals(11, report.files());
    assertEquals(7, report.folders());
    assertEquals(11, report.added());
    assertEquals(0, report.changed() + report.moved() + report.removed() + report.ignored());
    assertEquals(Long.valueOf(1), report.languages().get("java"));
    assertTrue(report.snippets() > 0);
    assertComesBack();
  }

  @Test
  void twoProjectsGetTheSameIdsAndTheSameTree() {
    write("a/b/c.txt", lines(0, 5));
    write("d", "x");
    take();
    Workspace other = projects.createInMemory();
    take(other);
    assertEquals(
        workspace.root().child(Workspace.CODE).hash(), other.root().child(Workspace.CODE).hash());
  }

  @Test
  void nothingNewIsNoOperation() {
    write("a/b.txt", lines(0, 9));
    take();
    long before = operations();
    Hash state = workspace.state().operation();
    ImportReport report = take();
    assertEquals(0, report.added() + report.changed() + report.moved() + report.removed());
    assertEquals(1, report.files());
    assertEquals(before, operations());
    assertEquals(state, workspace.state().operation());
  }

  @Test
  void anImportIsOneOperation() {
    write("a/b.txt", "x");
    write("c.txt", "y");
    long before = operations();
    take();
    assertEquals(before + 1, operations());
  }

  @Test
  void editsRenamesMovesAndRemovalsKeepIdentity() throws IOException {
    write("edited.txt", lines(0, 40));
    write("renamed.txt", lines(100, 140));
    write("a/moved.txt", lines(200, 240));
    write("both.txt", lines(300, 340));
    write("removed.txt", lines(400, 440));
    write("same.txt", lines(500, 540));
    take();
    Map<String, NodeId> ids = new TreeMap<>();
    for (String path :
        List.of("edited.txt", "renamed.txt", "a/moved.txt", "both.txt", "same.txt")) {
      ids.put(path, id(path));
    }
    NodeId a = folderId("a");

    write("edited.txt", lines(0, 20) + "changed\n" + lines(20, 40));
    move("renamed.txt", "other.txt");
    move("a/moved.txt", "b/c/moved.txt");
    move("both.txt", "b/different.txt");
    write("b/different.txt", lines(300, 335) + "changed\n");
    Files.delete(folder.resolve("removed.txt"));
    write("a/new.txt", "nothing like the others");
    ImportReport report = take();

    assertEquals(ids.get("edited.txt"), id("edited.txt"));
    assertEquals(ids.get("renamed.txt"), id("other.txt"));
    assertEquals(ids.get("a/moved.txt"), id("b/c/moved.txt"));
    assertEquals(ids.get("both.txt"), id("b/different.txt"));
    assertEquals(ids.get("same.txt"), id("same.txt"));
    assertEquals(a, folderId("a"));
    assertFalse(ids.containsValue(id("a/new.txt")));
    assertEquals(1, report.added());
    assertEquals(2, report.changed());
    assertEquals(3, report.moved());
    assertEquals(1, report.removed());
    assertComesBack();
  }

  @Test
  void ofSeveralEqualFilesTheOneThatKeptItsNameIsFollowed() throws IOException {
    write("one/x.txt", lines(0, 9));
    write("two/y.txt", lines(0, 9));
    take();
    NodeId x = id("one/x.txt");
    NodeId y = id("two/y.txt");
    move("one/x.txt", "three/x.txt");
    move("two/y.txt", "a/y.txt");
    take();
    assertEquals(x, id("three/x.txt"));
    assertEquals(y, id("a/y.txt"));
  }

  @Test
  void anotherFileAtThePlaceOfOneThatMovedIsAnother() throws IOException {
    write("a.txt", lines(0, 30));
    take();
    NodeId first = id("a.txt");
    move("a.txt", "b.txt");
    take();
    assertEquals(first, id("b.txt"));
    write("a.txt", "quite another");
    take();
    assertEquals(first, id("b.txt"));
    assertNotEquals(first, id("a.txt"));
    NodeId second = id("a.txt");
    take();
    assertEquals(second, id("a.txt"));
  }

  @Test
  void whatComesBackAtItsPathIsTheSame() throws IOException {
    write("a.txt", "x");
    write("b.txt", "y");
    take();
    NodeId a = id("a.txt");
    Files.delete(folder.resolve("a.txt"));
    take();
    write("a.txt", "something else");
    take();
    assertEquals(a, id("a.txt"));
  }

  @Test
  void filesFoldersAndLinksInEachOthersPlace() throws IOException {
    write("file-to-folder", lines(0, 9));
    write("folder-to-file/inner", lines(50, 60));
    write("file-to-link", "here");
    Files.createSymbolicLink(folder.resolve("link-to-file"), Path.of("file-to-link"));
    take();
    NodeId link = id("file-to-link");
    Files.delete(folder.resolve("file-to-folder"));
    write("file-to-folder/x", "x");
    Files.delete(folder.resolve("folder-to-file/inner"));
    Files.delete(folder.resolve("folder-to-file"));
    write("folder-to-file", "now a file");
    Files.delete(folder.resolve("file-to-link"));
    Files.createSymbolicLink(folder.resolve("file-to-link"), Path.of("elsewhere"));
    Files.delete(folder.resolve("link-to-file"));
    write("link-to-file", "no link");
    take();
    assertEquals(link, id("file-to-link"));
    assertComesBack();
  }

  @Test
  void theModeIsAChange() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    write("run", "#!/bin/sh\n");
    take();
    NodeId id = id("run");
    Files.setPosixFilePermissions(
        folder.resolve("run"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(1, take().changed());
    assertEquals(id, id("run"));
    assertComesBack();
    Files.setPosixFilePermissions(
        folder.resolve("run"), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(1, take().changed());
    assertComesBack();
  }

  @Test
  void largeFilesGoStraightThrough() throws IOException {
    byte[] large = new byte[FileReader.LARGEST_WHOLE + 12345];
    new Random(3).nextBytes(large);
    GitFixture.write(folder.resolve("large"), large);
    assertEquals(large.length, take().bytes());
    assertArrayEquals(large, sources.render(file("large").entry().node()));
    assertEquals(0, take().changed());
    large[5]++;
    GitFixture.write(folder.resolve("large"), large);
    assertEquals(1, take().changed());
    assertArrayEquals(large, sources.render(file("large").entry().node()));
  }

  @Test
  void randomEditsComeBackEveryTime() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 12; round++) {
      for (int n = 0; n < 6; n++) {
        int number = random.nextInt(12);
        Path file = folder.resolve("d" + random.nextInt(3)).resolve("f" + number + ".txt");
        switch (random.nextInt(4)) {
          case 0, 1 -> GitFixture.write(file, lines(number * 50, number * 50 + random.nextInt(40)));
          case 2 -> Files.deleteIfExists(file);
          default -> {
            Path other = folder.resolve("d" + random.nextInt(3)).resolve("g" + n + ".txt");
            if (Files.exists(file)) {
              Files.createDirectories(other.getParent());
              Files.deleteIfExists(other);
              Files.move(file, other);
            }
          }
        }
      }
      take();
      assertComesBack();
      Hash hash = workspace.root().hash();
      take();
      assertEquals(hash, workspace.root().hash());
    }
  }

  @Test
  void whatCannotBeReadStaysAsItWas() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")));
    write("closed", "x");
    write("inside/a", "y");
    take();
    Hash before = workspace.root().hash();
    for (String path : List.of("closed", "inside")) {
      Files.setPosixFilePermissions(
          folder.resolve(path), PosixFilePermissions.fromString("---------"));
    }
    ImportReport report = take();
    assertEquals(2, report.skipped().size());
    assertEquals(before, workspace.root().hash());
  }

  @Test
  void aFolderThatIsNotThereOrIsNone() {
    write("file", "x");
    Hash before = workspace.state().operation();
    for (String path : List.of("nowhere", "file", "file/below")) {
      FxdException refused =
          assertThrows(
              FxdException.class,
              () ->
                  importer.importFolder(
                      workspace,
                      folder.resolve(path),
                      ImportOptions.DEFAULT,
                      TEST,
                      Progress.NONE,
                      Cancellation.none()));
      assertTrue(refused.getMessage().contains(path), refused.getMessage());
      assertTrue(refused.hint().isPresent());
      assertEquals(path.equals("nowhere"), refused instanceof NotFoundException);
    }
    assertEquals(before, workspace.state().operation());
  }

  @Test
  void stoppedAnywhereItLeavesTheProjectAsItWas() {
    for (int i = 0; i < 40; i++) {
      write("f" + i, lines(i * 10, i * 10 + 10));
    }
    Hash before = workspace.state().operation();
    for (int after = 1; after < 42; after += 5) {
      Cancellation cancellation = Cancellation.none();
      AtomicInteger left = new AtomicInteger(after);
      Progress counting =
          new Progress() {
            @Override
            public void phase(String name, long total) {}

            @Override
            public void advance(long units) {
              if (left.decrementAndGet() == 0) {
                cancellation.cancel();
              }
            }
          };
      assertThrows(
          CancelledException.class,
          () ->
              importer.importFolder(
                  workspace, folder, ImportOptions.DEFAULT, TEST, counting, cancellation));
      assertEquals(before, workspace.state().operation());
    }
    assertEquals(40, take().added());
  }

  @Test
  void onlyWhatIsNewIsCounted() throws IOException {
    write("a.txt", "one\n\ntwo\n");
    write("b.txt", "one\n\ntwo\n\nthree\n");
    write("c.txt", "only this\n");
    assertEquals(6, take().snippets());
    assertEquals(0, take().snippets());

    write("b.txt", "one\n\ntwo\n\nthree\n\nfour\n");
    write("d.txt", "else\n\nmore\n");
    Files.delete(folder.resolve("c.txt"));
    ImportReport report = take();
    assertEquals(1, report.added());
    assertEquals(1, report.changed());
    assertEquals(6, report.snippets());
  }

  @Test
  void notScannedIsTheSameTreeWithoutACount() {
    write("a.java", "class A {}\n");
    write("b.txt", lines(0, 20));
    ImportReport report =
        importer.importFolder(
            workspace,
            folder,
            new ImportOptions(true, false),
            TEST,
            Progress.NONE,
            Cancellation.none());
    assertEquals(0, report.snippets());
    Workspace other = projects.createInMemory();
    take(other);
    assertEquals(other.root().hash(), workspace.root().hash());
  }

  @Test
  void whatIsIgnoredLaterLeavesTheProject() {
    GitFixture.init(folder).close();
    write("a", "x");
    write("b", "y");
    take();
    write(".gitignore", "b\n");
    ImportReport report = take();
    assertEquals(1, report.removed());
    assertEquals(1, report.ignored());
    assertTrue(sources.file(workspace.root(), FilePath.parse("b")).isEmpty());
  }
}
