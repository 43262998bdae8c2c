package org.fxd.plugin.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.plugin.api.PluginState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** The folder and the container must not drift apart while nobody looks. */
class RestartTest {
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
  void whatChangedWhileTheHostWasStoppedIsReconciled() throws Exception {
    folder.drop("same.jar", JarBuilder.greeter("same", "1.0.0"));
    folder.drop("changed.jar", JarBuilder.greeter("changed", "1.0.0"));
    folder.drop("removed.jar", JarBuilder.greeter("removed", "1.0.0"));
    folder.await("same.jar", PluginState.ACTIVE);
    folder.await("changed.jar", PluginState.ACTIVE);
    folder.await("removed.jar", PluginState.ACTIVE);
    Bundle same = folder.bundle("same").orElseThrow();
    folder.whileStopped(
        path -> {
          assertEquals(Bundle.ACTIVE, same.getState(), "plugins run on without the host");
          Files.delete(path.resolve("removed.jar"));
          Files.write(path.resolve("new.jar"), JarBuilder.greeter("new", "1.0.0").build());
          Files.write(path.resolve("changed.jar"), JarBuilder.greeter("changed", "2.0.0").build());
        });
    folder.settle();
    assertEquals(
        List.of("changed 2.0.0 ACTIVE", "new 1.0.0 ACTIVE", "same 1.0.0 ACTIVE"),
        folder.host().plugins().stream()
            .map(p -> p.name() + " " + p.version() + " " + p.state())
            .toList());
    assertTrue(folder.bundle("removed").isEmpty());
    assertEquals(same, folder.bundle("same").orElseThrow(), "what did not change was not touched");
  }

  @Test
  void aHalfCopiedUpdateAcrossARestartLeavesTheOneBefore() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.whileStopped(path -> Files.write(path.resolve("a.jar"), new byte[] {'P', 'K', 3, 4}));
    folder.settle();
    assertEquals(PluginState.DEGRADED, folder.find("a.jar").orElseThrow().state());
    assertEquals(List.of("1.0.0"), folder.greeters("a"));
  }

  @Test
  void theHostLeavesNoThread() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.whileStopped(
        path ->
            folder.until(
                () ->
                    Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t -> t.getName().startsWith("fxd-plugins")),
                () -> "the end of the host's threads"));
    folder.await("a.jar", PluginState.ACTIVE);
  }

  @Test
  void bundlesOfOthersAreLeftAlone() throws Exception {
    Bundle foreign =
        folder
            .hostBundle()
            .getBundleContext()
            .installBundle(
                "test:foreign",
                new java.io.ByteArrayInputStream(JarBuilder.greeter("foreign", "1.0.0").build()));
    try {
      foreign.start();
      folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
      folder.await("a.jar", PluginState.ACTIVE);
      folder.whileStopped(path -> {});
      folder.settle();
      assertEquals(Bundle.ACTIVE, foreign.getState());
      assertEquals(1, folder.host().plugins().size());
    } finally {
      foreign.uninstall();
    }
  }

  @Test
  void aPluginThatWasStoppedByHandStaysSo() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.bundle("a").orElseThrow().stop();
    folder.await("a.jar", PluginState.STOPPED);
    folder.settle();
    folder.drop("b.jar", JarBuilder.greeter("b", "1.0.0"));
    folder.await("b.jar", PluginState.ACTIVE);
    assertEquals(PluginState.STOPPED, folder.find("a.jar").orElseThrow().state());
    folder.bundle("a").orElseThrow().start();
    folder.await("a.jar", PluginState.ACTIVE);
  }

  @Test
  void pluginsAreFoundByJarNameOrTheirBeginning() throws Exception {
    folder.drop("one.jar", JarBuilder.greeter("acme.first", "1.0.0"));
    folder.drop("two.jar", JarBuilder.greeter("acme.second", "1.0.0"));
    folder.await("one.jar", PluginState.ACTIVE);
    folder.await("two.jar", PluginState.ACTIVE);
    assertEquals("one.jar", folder.host().plugin("one.jar").jar());
    assertEquals("one.jar", folder.host().plugin("acme.first").jar());
    assertEquals("two.jar", folder.host().plugin("acme.s").jar());
    NotFoundException unclear =
        assertThrows(NotFoundException.class, () -> folder.host().plugin("acme"));
    assertTrue(unclear.hint().orElseThrow().contains("one.jar, two.jar"));
    NotFoundException unknown =
        assertThrows(NotFoundException.class, () -> folder.host().plugin("acme.fisrt"));
    assertTrue(unknown.hint().orElseThrow().startsWith("There is acme.first"));
  }
}
