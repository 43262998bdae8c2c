package org.fxd.source.core.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.source.api.Views.Existing;
import org.fxd.source.api.Views.Written;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FolderViewsTest {
  @TempDir Path dir;

  private final Sample sample = new Sample();

  private Written write(Node root, Path folder, Existing existing) {
    return new FolderViews().writeAll(root, folder, existing, Progress.NONE, Cancellation.none());
  }

  private Node link(String target) {
    return sample.nodes.leaf(Kind.SYMLINK, Value.of(target));
  }

  private Node rootOf(Name name, Node child) {
    NodeBuilder root = sample.nodes.builder(Kind.ROOT);
    root.childOrNew(Name.of("code"), Kind.FOLDER)
        .put(new Entry(Sample.id("only"), name, Place.NONE, child));
    return root.build();
  }

  private Node folderOf(String name, Node child) {
    return sample
        .nodes
        .builder(Kind.FOLDER)
        .put(new Entry(Sample.id("in folder"), Name.of(name), Place.NONE, child))
        .build();
  }

  @Test
  void writesFilesFoldersModesAndLinks() throws IOException {
    Map<String, Node> files = new LinkedHashMap<>();
    files.put("src/a.py", sample.scanned("src/a.py", "def f():\r\n  pass"));
    files.put("run", sample.sources.raw(Blob.of(Sample.bytes("#!")), true));
    files.put("up", link("../outside/"));
    files.put("abs", link("/nowhere/at all"));
    files.put("empty/dir", sample.nodes.builder(Kind.FOLDER).build());
    files.put("module", sample.nodes.leaf(Kind.GITLINK, Value.of("0123")));
    Path out = dir.resolve("out");
    Written written = write(sample.root(files), out, Existing.REFUSE);
    assertEquals(new Written(4, 4, 18, List.of()), written);
    assertEquals("def f():\r\n  pass", Files.readString(out.resolve("src/a.py")));
    assertTrue(Files.isExecutable(out.resolve("run")));
    assertTrue(!Files.isExecutable(out.resolve("src/a.py")));
    assertEquals("../outside/", Files.readSymbolicLink(out.resolve("up")).toString());
    assertEquals("/nowhere/at all", Files.readSymbolicLink(out.resolve("abs")).toString());
    assertTrue(Files.isDirectory(out.resolve("empty/dir")));
    assertTrue(Files.isDirectory(out.resolve("module")));
    try (Stream<Path> all = Files.walk(out)) {
      assertTrue(all.noneMatch(path -> path.getFileName().toString().startsWith(".fxd-")));
    }
  }

  @Test
  void namesOfAnyBytes() throws IOException {
    byte[] latin = {'n', (byte) 0xe4, '%', '#', ' ', '\\', '?', '\n'};
    for (byte[] name : List.of(latin, "gr\u00fc\u00dfe \u20ac".getBytes(StandardCharsets.UTF_8))) {
      Path out = dir.resolve("out" + name.length);
      Node root = rootOf(Name.ofBytes(name), sample.raw("x"));
      assertEquals(List.of(), write(root, out, Existing.REFUSE).skipped());
      try (Stream<Path> all = Files.list(out)) {
        Path written = all.findFirst().orElseThrow();
        StringBuilder uri = new StringBuilder("/");
        for (byte b : name) {
          uri.append(String.format("%%%02X", b));
        }
        Path expected = Path.of(java.net.URI.create("file://" + uri)).getFileName();
        assertEquals(expected, written.getFileName());
        assertEquals("x", Files.readString(written));
      }
    }
  }

  @Test
  void namesThatLeadOutAreRefused() throws IOException {
    for (String name :
        List.of("..", ".", "a/b", "/etc", "", "a\0b", ".git", ".GIT", ".g\u200cit")) {
      Path out = dir.resolve("x").resolve("y");
      Written written =
          write(rootOf(Name.of(name), folderOf("f", sample.raw("x"))), out, Existing.REPLACE);
      assertEquals(1, written.skipped().size(), name);
      assertEquals(0, written.files(), name);
      try (Stream<Path> all = Files.walk(dir)) {
        assertEquals(3, all.count(), name);
      }
    }
  }

  @Test
  void aNameThatIsTooLongIsSkipped() {
    Written written =
        write(rootOf(Name.of("n".repeat(300)), sample.raw("x")), dir, Existing.REFUSE);
    assertEquals(1, written.skipped().size());
    assertTrue(written.skipped().get(0).endsWith("too long for this file system"));
  }

  @Test
  void existingLinksAreNeverFollowed() throws IOException {
    Path outside = Files.createDirectory(dir.resolve("outside"));
    Files.writeString(outside.resolve("f"), "mine");
    Path out = Files.createDirectory(dir.resolve("out"));
    Files.createSymbolicLink(out.resolve("d"), outside);
    Files.createSymbolicLink(out.resolve("file"), outside.resolve("f"));
    Map<String, Node> files = new LinkedHashMap<>();
    files.put("d/f", sample.raw("theirs"));
    files.put("file", sample.raw("theirs"));
    Written written = write(sample.root(files), out, Existing.REPLACE);
    assertEquals(
        List.of("d: a symbolic link stands there, and links are never followed"),
        written.skipped());
    assertEquals("mine", Files.readString(outside.resolve("f")));
    assertEquals("theirs", Files.readString(out.resolve("file")));
    assertTrue(!Files.isSymbolicLink(out.resolve("file")));
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path real = Files.createDirectory(dir.resolve("real"));
    Path named = Files.createSymbolicLink(dir.resolve("named"), real);
    write(sample.root(Map.of("f", sample.raw("x"))), named, Existing.REFUSE);
    assertEquals("x", Files.readString(real.resolve("f")));
  }

  @Test
  void whatStandsThere() throws IOException {
    Files.writeString(dir.resolve("old"), "old");
    Files.writeString(dir.resolve("f"), "before");
    Node root = sample.root(Map.of("f", sample.raw("after")));
    FxdException e = assertThrows(FxdException.class, () -> write(root, dir, Existing.REFUSE));
    assertTrue(e.getMessage().endsWith("it is not empty."), e.getMessage());
    assertEquals("before", Files.readString(dir.resolve("f")));
    write(root, dir, Existing.REPLACE);
    assertEquals("after", Files.readString(dir.resolve("f")));
    assertEquals("old", Files.readString(dir.resolve("old")));
    e = assertThrows(FxdException.class, () -> write(root, dir.resolve("f"), Existing.REPLACE));
    assertTrue(e.getMessage().endsWith("it is not a folder."), e.getMessage());

    Files.createDirectory(dir.resolve("d"));
    Written written =
        write(
            sample.root(Map.of("d", sample.raw("x"), "old/f", sample.raw("x"))),
            dir,
            Existing.REPLACE);
    assertEquals(
        List.of("d: a folder stands there", "old: a file stands there"), written.skipped());
    assertEquals("old", Files.readString(dir.resolve("old")));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(dir.resolve("f"), "");
    Path below = dir.resolve("f").resolve("out");
    FxdException e =
        assertThrows(
            FxdException.class, () -> write(sample.root(Map.of()), below, Existing.REFUSE));
    assertTrue(e.getMessage().startsWith("Cannot write " + below), e.getMessage());
  }

  @Test
  void cancelledInTheMiddle() throws IOException {
    Map<String, Node> files = new LinkedHashMap<>();
    for (int i = 0; i < 500; i++) {
      files.put("f" + i, sample.raw("content " + i));
    }
    Cancellation cancellation = Cancellation.none();
    AtomicLong done = new AtomicLong();
    Progress progress =
        new Progress() {
          @Override
          public void phase(String name, long total) {}

          @Override
          public void advance(long units) {
            if (done.addAndGet(units) == 20) {
              cancellation.cancel();
            }
          }
        };
    assertThrows(
        CancelledException.class,
        () ->
            new FolderViews()
                .writeAll(sample.root(files), dir, Existing.REFUSE, progress, cancellation));
    try (Stream<Path> all = Files.list(dir)) {
      List<Path> there = all.toList();
      assertTrue(there.size() >= 20 && there.size() < 500, "" + there.size());
      for (Path path : there) {
        assertTrue(Files.readString(path).startsWith("content "), path.toString());
      }
    }
  }

  @Test
  void manyFilesByteForByte() throws IOException {
    Map<String, Node> files = new LinkedHashMap<>();
    byte[] content = new byte[3_000];
    for (int i = 0; i < 300; i++) {
      content[i] = (byte) i;
      files.put("d" + i % 7 + "/f" + i, sample.sources.raw(Blob.of(content), false));
    }
    Written written = write(sample.root(files), dir, Existing.REFUSE);
    assertEquals(new Written(300, 7, 900_000, List.of()), written);
    assertArrayEquals(content, Files.readAllBytes(dir.resolve("d5/f299")));
  }

  @Test
  void namesOfWindows() {
    NameRule windows = new NameRule(true);
    for (String name :
        List.of(
            "C:", "a\\b", "nul", "COM1.txt", "lpt9", "con ", "a.", "a ", "a?b", "GIT~1", "x:y")) {
      assertTrue(windows.refusal(Name.of(name)).isPresent(), name);
    }
    for (String name : List.of("a.txt", "console", "com", "com10", "...a", ".gitignore")) {
      assertEquals(Optional.empty(), windows.refusal(Name.of(name)), name);
    }
    assertEquals(Optional.empty(), new NameRule(false).refusal(Name.of("a\\b")));
  }

  @Test
  void namesThatAFileSystemTakesForOne() {
    NameClash clash = new NameClash(true);
    assertEquals(Optional.empty(), clash.add(Name.of("ReadMe")));
    assertEquals(Optional.of(Name.of("ReadMe")), clash.add(Name.of("README")));
    assertEquals(Optional.empty(), clash.add(Name.of("\u00e9")));
    assertEquals(Optional.of(Name.of("\u00e9")), clash.add(Name.of("e\u0301")));
    NameClash none = new NameClash(false);
    none.add(Name.of("a"));
    assertEquals(Optional.empty(), none.add(Name.of("A")));
  }

  @Test
  void failuresInWords() {
    assertEquals(
        "Cannot write x: the disk is full.",
        WriteFailure.of("x", new IOException("No space left on device")).getMessage());
    assertEquals(
        "Cannot write x: no permission.",
        WriteFailure.of("x", new java.nio.file.AccessDeniedException("x")).getMessage());
    assertEquals(
        "Cannot write x: a file may not be that large here.",
        WriteFailure.of("x", new IOException("File too large")).getMessage());
  }
}
