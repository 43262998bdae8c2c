package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How native libraries are unpacked and loaded. */
class NativesTest {
  private static final byte[] CONTENT = "library".getBytes(StandardCharsets.UTF_8);

  @Test
  void aLibraryIsWrittenOnceAndThenLeftAlone(@TempDir Path folder) throws IOException {
    NativeFolder natives = new NativeFolder(Optional.of(folder), folder);
    Path first = natives.put("lib/a.so", CONTENT, 0).resolve("lib/a.so");
    Object key = Files.readAttributes(first, "*").get("lastModifiedTime");
    Path again = natives.put("lib/a.so", CONTENT, 0).resolve("lib/a.so");
    assertEquals(first, again);
    assertEquals(key, Files.readAttributes(first, "*").get("lastModifiedTime"));
    assertEquals(Set.of("a.so"), names(first.getParent()));
  }

  @Test
  void aLibraryThatIsHalfThereIsReplaced(@TempDir Path folder) throws IOException {
    NativeFolder natives = new NativeFolder(Optional.of(folder), folder);
    Path file = natives.put("lib/a.so", CONTENT, 0).resolve("lib/a.so");
    Files.write(file, new byte[3]);
    natives.put("lib/a.so", CONTENT, 0);
    assertArrayEquals(CONTENT, Files.readAllBytes(file));
    assertEquals(Set.of("a.so"), names(file.getParent()));
  }

  @Test
  void copiesAndOtherContentsLieApart(@TempDir Path folder) throws IOException {
    NativeFolder natives = new NativeFolder(Optional.of(folder), folder);
    Path home = natives.put("lib/a.so", CONTENT, 0);
    assertNotEquals(home, natives.put("lib/a.so", CONTENT, 1));
    assertNotEquals(home, natives.put("lib/a.so", new byte[5], 0));
  }

  @Test
  void manyAtOnceEndWithOneFile(@TempDir Path folder) throws Exception {
    byte[] content = new byte[1 << 20];
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Path>> tasks = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        tasks.add(() -> new NativeFolder(Optional.of(folder), folder).put("lib/a.so", content, 0));
      }
      for (Future<Path> home : threads.invokeAll(tasks)) {
        assertArrayEquals(content, Files.readAllBytes(home.get().resolve("lib/a.so")));
        assertEquals(Set.of("a.so"), names(home.get().resolve("lib")));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void withoutAFolderOneOfTheUsersOwnIsMade(@TempDir Path temporary) throws IOException {
    NativeFolder natives = new NativeFolder(Optional.empty(), temporary);
    Path home = natives.put("lib/a.so", CONTENT, 0);
    assertEquals(home, natives.put("lib/a.so", CONTENT, 0));
    assertEquals(temporary, home.getParent().getParent());
    assertEquals(1, names(temporary).size());
  }

  @Test
  void aFolderThatOthersMayWriteToIsNotUsed(@TempDir Path temporary) throws IOException {
    NativeFolder natives = new NativeFolder(Optional.empty(), temporary);
    Path own = natives.put("lib/a.so", CONTENT, 0).getParent();
    if (!Files.getFileStore(own).supportsFileAttributeView("posix")) {
      return;
    }
    Files.setPosixFilePermissions(
        own, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    Path other = natives.put("lib/a.so", CONTENT, 0).getParent();
    assertNotEquals(own, other);
    for (Path file : List.of(other.resolve("..").normalize())) {
      assertTrue(Files.isDirectory(file));
    }
    deleteTree(other);
  }

  @Test
  void platformsAreNamedAsTheLibrariesAre() {
    assertEquals(
        "lib/x86_64-linux-gnu-tree-sitter.so",
        Platform.of("Linux", "amd64").library("tree-sitter"));
    assertEquals(
        "lib/aarch64-macos-tree-sitter-java.dylib",
        Platform.of("Mac OS X", "aarch64").library("tree-sitter-java"));
    assertEquals(
        "lib/x86_64-windows-tree-sitter-tsx.dll",
        Platform.of("Windows 11", "amd64").library("tree-sitter-tsx"));
  }

  @Test
  void everyPlatformHasEveryLibrary() {
    for (Platform platform :
        List.of(
            Platform.of("Linux", "amd64"),
            Platform.of("Linux", "aarch64"),
            Platform.of("Mac OS X", "x86_64"),
            Platform.of("Mac OS X", "aarch64"),
            Platform.of("Windows 11", "amd64"))) {
      for (String name : List.of("", "-java", "-javascript", "-typescript", "-tsx", "-python")) {
        String file = platform.library("tree-sitter" + name);
        assertTrue(getClass().getClassLoader().getResource(file) != null, file);
      }
    }
  }

  @Test
  void whereThereIsNoneTheScannerGoesAndSaysWhy() {
    AtomicInteger withdrawn = new AtomicInteger();
    TreeSitterScanner scanner =
        new TreeSitterScanner(
            Scans.natives(Platform.of("Plan 9", "mips")), withdrawn::incrementAndGet);
    for (int i = 0; i < 3; i++) {
      FxdException e =
          assertThrows(
              FxdException.class, () -> scanner.scan(new byte[0], "java", Cancellation.none()));
      assertTrue(e.getMessage().contains("plan 9 on mips"), e.getMessage());
    }
    assertEquals(1, withdrawn.get());
  }

  @Test
  void otherClassLoadersOfTheSameProcessLoadACopy() throws Exception {
    // As after an update of the bundle, and with two hosts in one program.
    for (int i = 0; i < 3; i++) {
      try (URLClassLoader loader = new Apart(classPath(), NativesTest.class.getClassLoader())) {
        Class<?> scans = loader.loadClass(Scans.class.getName());
        assertNotEquals(Scans.class, scans);
        Method outline = scans.getDeclaredMethod("outline", String.class, String.class);
        outline.setAccessible(true);
        assertEquals("class A |class A {}\u23ce|\n", outline.invoke(null, "java", "class A {}\n"));
      }
    }
    assertEquals("class A |class A {}\u23ce|\n", Scans.outline("java", "class A {}\n"));
    assertEquals(null, System.getProperty("tree-sitter-lib"));
  }

  private static URL[] classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      urls.add(Path.of(part).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  /** Has classes of its own for all that a bundle would have. */
  private static final class Apart extends URLClassLoader {
    Apart(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.treesitter.") && !name.startsWith("org.fxd.source.treesitter.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted((a, b) -> b.compareTo(a)).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
