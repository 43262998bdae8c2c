package org.fxd.example.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.plugin.api.PluginHost;
import org.fxd.runtime.Host;
import org.fxd.runtime.HostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("fxd.distribution"));

  @TempDir Path folder;

  @Test
  void keepsNotesAndTheirHistory() {
    try (Notebook notebook = notebook("one")) {
      notebook.open();
      notebook.write("milk", "two bottles");
      notebook.write("bread", "one");
      notebook.write("milk", "three bottles");
      assertEquals(List.of("bread", "milk"), notebook.titles());
      assertEquals(List.of("Write milk", "Write bread", "Write milk"), notebook.log());
    }
  }

  @Test
  void opensAgainAfterItWasClosed() throws Exception {
    try (Notebook notebook = notebook("one")) {
      for (int i = 0; i < 3; i++) {
        notebook.open();
        assertTrue(notebook.titles().isEmpty(), "in memory only");
        notebook.write("n" + i, "");
        assertEquals(List.of("n" + i), notebook.titles());
        notebook.close();
        assertFalse(notebook.host().isRunning());
      }
    }
    try (Stream<Path> left = Files.list(folder.resolve("one/run"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void twoLiveInOneProgram() {
    // One has a data folder of its own, two share one.
    try (Notebook one = notebook("one");
        Notebook two = notebook("two");
        Notebook three = notebook("two")) {
      for (Notebook notebook : List.of(one, two, three)) {
        notebook.open();
      }
      one.write("a", "");
      two.write("b", "");
      assertEquals(List.of("a"), one.titles());
      assertEquals(List.of("b"), two.titles());
      assertEquals(List.of(), three.titles());
      Projects ones = one.host().service(Projects.class).orElseThrow();
      Projects twos = two.host().service(Projects.class).orElseThrow();
      assertNotSame(ones.getClass(), twos.getClass(), "each has its own bundles");
      assertSame(ones, one.host().await(Projects.class, Duration.ofSeconds(1)));
      one.close();
      two.write("c", "");
      assertEquals(List.of("b", "c"), two.titles());
    }
  }

  @Test
  void leavesNoThreadAndNoClassLoader() throws InterruptedException {
    useOnce(new ArrayList<>()); // What the JDK starts once for all stays, and is not FXD's.
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      useOnce(loaders);
    }
    assertEquals(3, loaders.size());
    for (int i = 0; i < 100 && !(isGone(loaders) && moreThan(before).isEmpty()); i++) {
      System.gc();
      Thread.sleep(50);
    }
    assertEquals(Set.of(), moreThan(before), "threads that outlive their host");
    for (WeakReference<ClassLoader> loader : loaders) {
      assertNull(loader.get(), "a bundle's class loader is still held");
    }
  }

  @Test
  void aServiceOfAnotherClassIsExplained() {
    try (Notebook notebook = notebook("one")) {
      notebook.open();
      Host host = notebook.host();
      String message =
          assertThrows(HostException.class, () -> host.service(PluginHost.class)).getMessage();
      assertTrue(message.contains("share(PluginHost.class)"), message);
      assertTrue(host.services(Runnable.class).isEmpty());
      assertThrows(HostException.class, () -> host.await(Runnable.class, Duration.ofMillis(10)));
      host.stop(Duration.ofSeconds(10));
      assertThrows(HostException.class, () -> host.service(Projects.class));
    }
  }

  private void useOnce(List<WeakReference<ClassLoader>> loaders) {
    try (Notebook notebook = notebook("one")) {
      notebook.open();
      notebook.write("a", "b");
      Projects projects = notebook.host().service(Projects.class).orElseThrow();
      loaders.add(new WeakReference<>(projects.getClass().getClassLoader()));
    }
  }

  private static boolean isGone(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().allMatch(loader -> loader.get() == null);
  }

  private static Set<Thread> moreThan(Set<Thread> before) {
    Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
    now.removeAll(before);
    return now;
  }

  private Notebook notebook(String data) {
    return new Notebook(folder.resolve(data), DISTRIBUTION);
  }
}
