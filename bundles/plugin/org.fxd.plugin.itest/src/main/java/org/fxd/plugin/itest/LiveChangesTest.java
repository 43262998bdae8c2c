package org.fxd.plugin.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** Jars come, change and go while the host runs. */
class LiveChangesTest {
  private Folder folder;

  @BeforeEach
  void open() throws Exception {
    folder = new Folder();
  }

  @AfterEach
  void close() throws Exception {
    folder.close();
  }

  @Test
  void aDroppedJarRunsAndBringsItsService() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.2.0"));
    Plugin plugin = folder.await("a.jar", PluginState.ACTIVE);
    assertEquals("a", plugin.name());
    assertEquals("1.2.0", plugin.version());
    assertEquals(1, plugin.generation());
    assertEquals(64, plugin.sha256().length());
    assertEquals(List.of("Supplier"), plugin.services());
    assertTrue(plugin.reason().isEmpty());
    assertEquals(List.of("1.2.0"), folder.greeters("a"));
    folder.until(
        () -> folder.heardOf("a.jar").equals(List.of("STARTING", "ACTIVE")),
        () -> "STARTING and ACTIVE, but heard " + folder.heardOf("a.jar"));
  }

  @Test
  void anUpdateTakesThePlaceOfTheOneBefore() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.drop("a.jar", JarBuilder.greeter("a", "2.0.0"));
    Plugin plugin =
        folder.await(
            "a.jar",
            p -> p.version().equals("2.0.0") && p.state() == PluginState.ACTIVE,
            "2.0.0 and active");
    assertEquals(2, plugin.generation());
    assertEquals(List.of("2.0.0"), folder.greeters("a"));
  }

  /** Authors build the same version again and again. */
  @Test
  void anUpdateMayKeepItsVersion() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    String before = folder.await("a.jar", PluginState.ACTIVE).sha256();
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0").ballast(10));
    folder.await(
        "a.jar",
        p -> p.state() == PluginState.ACTIVE && !p.sha256().equals(before),
        "new and active");
    assertEquals(List.of("1.0.0"), folder.greeters("a"));
  }

  @Test
  void aDeletedJarIsUninstalled() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.delete("a.jar");
    folder.awaitGone("a.jar");
    assertTrue(folder.bundle("a").isEmpty());
    assertEquals(List.of(), folder.greeters("a"));
    folder.until(
        () -> folder.heardOf("a.jar").contains("REMOVED"), () -> "the event of the removal");
  }

  /** Locked jars and folders that run ahead of the container: the dropped file is free at once. */
  @Test
  void aRenamedJarRunsOn() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    long id = folder.bundle("a").orElseThrow().getBundleId();
    Files.move(folder.path("a.jar"), folder.path("b.jar"));
    folder.await("b.jar", PluginState.ACTIVE);
    folder.awaitGone("a.jar");
    assertEquals(id, folder.bundle("a").orElseThrow().getBundleId());
  }

  /** Copy races: a jar that trickles in is one installation, and no error on the way. */
  @Test
  void aJarThatTricklesInIsInstalledOnce() throws Exception {
    trickle("a.jar", JarBuilder.greeter("a", "1.0.0").ballast(100_000).build());
    Plugin plugin = folder.await("a.jar", PluginState.ACTIVE);
    assertEquals(1, plugin.generation());
    folder.until(
        () -> folder.heardOf("a.jar").equals(List.of("STARTING", "ACTIVE")),
        () -> "one start and nothing else, but heard " + folder.heardOf("a.jar"));
  }

  /** A half-copied update must not stop what runs. */
  @Test
  void anUpdateThatTricklesInStopsTheOneBeforeOnlyWhenItIsWhole() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    byte[] next = JarBuilder.greeter("a", "2.0.0").ballast(100_000).build();
    Files.write(folder.path("a.jar"), Arrays.copyOf(next, next.length / 2));
    Plugin half =
        folder.await("a.jar", p -> p.reason().isPresent(), "told that its update is not whole");
    assertEquals(PluginState.DEGRADED, half.state());
    assertEquals("1.0.0", half.version());
    assertTrue(half.reason().orElseThrow().contains("a 1 runs on"), half.reason().orElseThrow());
    assertEquals(List.of("1.0.0"), folder.greeters("a"));
    Files.write(folder.path("a.jar"), next);
    folder.await(
        "a.jar", p -> p.state() == PluginState.ACTIVE && p.version().equals("2.0.0"), "2.0.0");
    assertFalse(folder.heardOf("a.jar").contains("FAILED"));
  }

  private void trickle(String jar, byte[] content) throws Exception {
    int step = content.length / 20;
    try (OutputStream out = Files.newOutputStream(folder.path(jar))) {
      for (int at = 0; at < content.length; at += step) {
        out.write(content, at, Math.min(step, content.length - at));
        out.flush();
        // Slower than the quiet period, so that the host looks at halves.
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  /** Copy races: what looks the same to the file system may be another jar. */
  @Test
  void otherBytesOfTheSameSizeAndTimeAreNoticed() throws Exception {
    byte[] one = JarBuilder.greeter("a", "1.0.0").ballast(1000, 1).build();
    byte[] two = JarBuilder.greeter("a", "1.0.0").ballast(1000, 2).build();
    assertEquals(one.length, two.length);
    FileTime time = FileTime.fromMillis(1_000_000_000_000L);
    folder.drop("a.jar", one);
    Files.setLastModifiedTime(folder.path("a.jar"), time);
    String first = folder.await("a.jar", PluginState.ACTIVE).sha256();
    folder.drop("a.jar", two);
    Files.setLastModifiedTime(folder.path("a.jar"), time);
    folder.await(
        "a.jar",
        p -> p.state() == PluginState.ACTIVE && !p.sha256().equals(first),
        "the other one");
  }

  /** A refresh must not restart bystanders. */
  @Test
  void onlyWhatIsWiredToAnUpdatedPluginIsRestarted() throws Exception {
    folder.drop("lib.jar", library("1.0.0"));
    folder.drop(
        "user.jar", JarBuilder.greeter("user", "1.0.0").header("Import-Package", "acme.text"));
    folder.drop("other.jar", JarBuilder.greeter("other", "1.0.0"));
    folder.await("lib.jar", PluginState.ACTIVE);
    folder.await("user.jar", PluginState.ACTIVE);
    folder.await("other.jar", PluginState.ACTIVE);
    folder.settle();
    folder.until(() -> folder.heardOf("other.jar").contains("ACTIVE"), () -> "the last event");
    Bundle user = folder.bundle("user").orElseThrow();
    long started = folder.heardOf("other.jar").size();
    folder.drop("lib.jar", library("1.1.0"));
    folder.await(
        "lib.jar", p -> p.state() == PluginState.ACTIVE && p.version().equals("1.1.0"), "1.1.0");
    folder.settle();
    assertEquals(PluginState.ACTIVE, folder.find("user.jar").orElseThrow().state());
    assertEquals(user, folder.bundle("user").orElseThrow(), "restarted, not installed again");
    folder.until(
        () -> folder.heardOf("user.jar").lastIndexOf("STARTING") > 1,
        () -> "the restart of what is wired to it: " + folder.heardOf("user.jar"));
    assertEquals(started, folder.heardOf("other.jar").size(), "the bystander noticed nothing");
  }

  static JarBuilder library(String version) {
    return JarBuilder.bundle("lib", version)
        .header("Export-Package", "acme.text;version=" + version)
        .entry("acme/text/readme.txt", new byte[1]);
  }
}
