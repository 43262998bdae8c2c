package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** One store has a file at a time, whoever else asks, and a dead one does not count. */
class GuardTest {
  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);
  private Path file;

  @BeforeEach
  void create() {
    file = Databases.project(folder.resolve("x.fxd"), Samples.of(ObjectType.NODE, "one"));
  }

  @Test
  void theSameProgramHasItOnce() {
    try (Store store = provider.open(file)) {
      assertTaken(() -> provider.open(file));
      assertTaken(() -> provider.open(folder.resolve("../" + folder.getFileName() + "/x.fxd")));
      assertTaken(() -> new SqliteStoreProvider(null).open(file));
      assertEquals(file, store.file().orElseThrow());
    }
    provider.open(file).close();
  }

  @Test
  void anotherClassLoaderIsRefusedToo() throws Exception {
    URL[] urls =
        List.of(Child.classPath().split(File.pathSeparator)).stream()
            .map(entry -> url(Path.of(entry)))
            .toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(SqliteStoreProvider.class.getName());
      Constructor<?> constructor =
          type.getConstructor(loader.loadClass(BundleContext.class.getName()));
      Object other = constructor.newInstance(new Object[] {null});
      Method open = type.getMethod("open", Path.class);
      try (Store store = provider.open(file)) {
        Databases.write(store, Samples.of(ObjectType.NODE, "two"));
        InvocationTargetException failure =
            assertThrows(InvocationTargetException.class, () -> open.invoke(other, file));
        assertTrue(
            failure.getCause().getMessage().contains("this program has it open already"),
            failure.getCause().getMessage());
        // The refusal must not have cost us the lock: another process is refused as well.
        assertEquals(Long.toString(ProcessHandle.current().pid()), refusedBy());
      }
      Object store = open.invoke(other, file);
      assertTaken(() -> provider.open(file));
      ((AutoCloseable) store).close();
    }
    provider.open(file).close();
  }

  @Test
  void anotherProcessIsToldWhoHasIt() throws Exception {
    try (Store store = provider.open(file)) {
      assertEquals(file, store.file().orElseThrow());
      assertEquals(Long.toString(ProcessHandle.current().pid()), refusedBy());
    }
    try (Child child = Child.start(Keeper.class, file.toString())) {
      assertEquals("open false", child.line());
      String before = Databases.state(file);
      StoreException failure = assertThrows(StoreException.class, () -> provider.open(file));
      assertTrue(failure.getMessage().contains("process " + child.pid()), failure.getMessage());
      assertTrue(failure.getMessage().contains("since 2"), failure.getMessage());
      assertEquals(before, Databases.state(file));
      child.kill();
    }
    assertTrue(Files.exists(folder.resolve("x.fxd.lock")), "the dead one left its lock file");
    provider.open(file).close();
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }

  @Test
  void whatALockFileHoldsIsOfNoImportance() throws IOException {
    Files.writeString(folder.resolve("x.fxd.lock"), "something");
    Files.writeString(folder.resolve("x.fxd.holder"), "pid=\u001b[31m\n\nhost");
    provider.open(file).close();
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }

  @Test
  void aHolderIsReadAsItWasWritten() throws IOException {
    Holder holder = Holder.here();
    Path path = Files.writeString(folder.resolve("holder"), holder.text());
    assertEquals(holder, Holder.read(path).orElseThrow());
    Files.writeString(path, "pid=\u001b[31m1\nhost=" + "x".repeat(500) + "\nsince");
    assertEquals(new Holder("?", "?", "?"), Holder.read(path).orElseThrow());
    assertTrue(Holder.read(folder.resolve("none")).isEmpty());
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        List<Future<Integer>> results =
            threads.invokeAll(
                IntStream.range(0, 8).<Callable<Integer>>mapToObj(i -> this::tryLock).toList());
        int got = 0;
        for (Future<Integer> result : results) {
          got += result.get();
        }
        assertTrue(got >= 1, "nobody got it");
        assertEquals(List.of("x.fxd"), Databases.names(folder));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void stoppingTheProviderClosesItsStores() {
    Store store = provider.open(file);
    Databases.write(store, Samples.of(ObjectType.NODE, "two"));
    provider.close();
    assertThrows(IllegalStateException.class, () -> store.ref("operation"));
    provider.open(file).close();
  }

  private int tryLock() {
    try {
      Guard.take(file).close();
      return 1;
    } catch (StoreException e) {
      assertTrue(e.getMessage().contains("open already"), e.getMessage());
      return 0;
    }
  }

  /** The process that another process is told of. */
  private String refusedBy() throws IOException {
    try (Child child = Child.start(Keeper.class, file.toString())) {
      String line = child.line();
      assertTrue(line.contains("another process has it open (process "), line);
      return line.replaceAll(".*\\(process (\\d+) .*", "$1");
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void assertTaken(Executable opening) {
    StoreException failure = assertThrows(StoreException.class, opening);
    assertTrue(
        failure.getMessage().contains("this program has it open already"), failure.getMessage());
  }
}
