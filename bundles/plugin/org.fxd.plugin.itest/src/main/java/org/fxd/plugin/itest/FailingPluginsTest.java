package org.fxd.plugin.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginState;
import org.fxd.plugin.itest.dropped.FailingActivator;
import org.fxd.plugin.itest.dropped.HangingActivator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plugins that are whole but do not work: the reason shows, and their neighbours run. */
class FailingPluginsTest {
  private Folder folder;

  @BeforeEach
  void open() throws Exception {
    folder = new Folder();
  }

  @AfterEach
  void close() throws Exception {
    System.clearProperty(HangingActivator.LET_GO);
    folder.close();
  }

  private static void assertReadable(String reason) {
    assertTrue(reason.lines().count() <= 4, reason);
    assertFalse(reason.contains("osgi.wiring"), reason);
    assertFalse(reason.contains("(&"), reason);
    assertFalse(reason.contains("Exception:\n"), reason);
  }

  /** The reason must not be hidden. */
  @Test
  void anActivatorThatThrows() throws Exception {
    folder.drop("a.jar", JarBuilder.bundle("a", "1.0.0").activator(FailingActivator.class));
    Plugin plugin = folder.await("a.jar", PluginState.FAILED);
    String reason = plugin.reason().orElseThrow();
    assertEquals("a 1 failed to start: IllegalStateException: no flour left", reason);
  }

  /** A component that throws leaves its bundle active: the host must not be fooled by that. */
  @Test
  void aComponentThatThrows() throws Exception {
    folder.drop("a.jar", JarBuilder.bundle("a", "1.0.0").component("FailingComponent", ""));
    Plugin plugin = folder.await("a.jar", PluginState.FAILED);
    assertEquals(
        "a 1: its component FailingComponent failed: IllegalStateException: the oven is cold",
        plugin.reason().orElseThrow());
  }

  @Test
  void oneOfTwoComponentsThrows() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0").component("FailingComponent", ""));
    folder.await("a.jar", PluginState.DEGRADED);
    assertEquals(List.of("1.0.0"), folder.greeters("a"));
  }

  /** Resolution errors people can read, and no retry storm: it starts when its import arrives. */
  @Test
  void aMissingPackageAndThenItsProvider() throws Exception {
    folder.drop(
        "user.jar",
        JarBuilder.greeter("user", "1.2.0")
            .header("Import-Package", "acme.text;version=\"[2,3)\""));
    String reason = folder.await("user.jar", PluginState.WAITING).reason().orElseThrow();
    assertEquals(
        """
        user 1.2 cannot start: needs the package acme.text [2,3)
          offered: by nobody
          fix: put a plugin that brings it into the plugins folder""",
        reason);
    folder.drop("lib.jar", LiveChangesTest.library("1.4.0"));
    folder.await("lib.jar", PluginState.ACTIVE);
    String nearer =
        folder
            .await("user.jar", p -> p.reason().orElse("").contains("1.4"), "told of the offer")
            .reason()
            .orElseThrow();
    assertTrue(nearer.contains("offered: 1.4 by lib 1.4"), nearer);
    assertReadable(nearer);
    folder.drop("lib.jar", LiveChangesTest.library("2.1.0"));
    folder.await("user.jar", PluginState.ACTIVE);
    folder.delete("lib.jar");
    folder.awaitGone("lib.jar");
    folder.await("user.jar", PluginState.WAITING);
  }

  @Test
  void theCulpritIsNamedAcrossAChain() throws Exception {
    folder.drop(
        "top.jar", JarBuilder.greeter("top", "1.0.0").header("Import-Package", "acme.text"));
    folder.drop(
        "lib.jar",
        LiveChangesTest.library("1.0.0").header("Import-Package", "acme.base;version=7"));
    folder.await("lib.jar", PluginState.WAITING);
    String reason =
        folder
            .await("top.jar", p -> p.reason().orElse("").contains("lib"), "told of lib")
            .reason()
            .orElseThrow();
    assertTrue(reason.contains("acme.base 7 or later"), reason);
    assertReadable(reason);
  }

  @Test
  void aJavaThatIsTooOldIsSaidSo() throws Exception {
    folder.drop(
        "a.jar",
        JarBuilder.bundle("a", "1.0.0")
            .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
    String reason = folder.await("a.jar", PluginState.WAITING).reason().orElseThrow();
    assertTrue(reason.startsWith("a 1 cannot start: needs Java 99\n"), reason);
  }

  @Test
  void aMissingServiceAndThenItsProvider() throws Exception {
    folder.drop(
        "user.jar",
        JarBuilder.bundle("user", "1.0.0")
            .component(
                "Greeter",
                "<reference name='source' interface='java.util.function.Supplier'"
                    + " target='(plugin=wanted)'/>"));
    String reason = folder.await("user.jar", PluginState.WAITING).reason().orElseThrow();
    assertTrue(
        reason.startsWith(
            "user 1 waits for a service java.util.function.Supplier with plugin wanted"),
        reason);
    assertReadable(reason);
    folder.drop("wanted.jar", JarBuilder.greeter("wanted", "1.0.0"));
    folder.await("user.jar", PluginState.ACTIVE);
    folder.delete("wanted.jar");
    folder.await("user.jar", PluginState.WAITING);
  }

  @Test
  void anUpdateThatIsBrokenAndOneThatMendsIt() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.drop("a.jar", JarBuilder.bundle("a", "2.0.0").activator(FailingActivator.class));
    folder.await("a.jar", PluginState.FAILED);
    assertEquals(List.of(), folder.greeters("a"));
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    Plugin back = folder.await("a.jar", PluginState.ACTIVE);
    assertEquals(3, back.generation());
    assertEquals(List.of("1.0.0"), folder.greeters("a"));
  }

  /** One hang must not stop all, even if the plugin swallows interrupts. */
  @Test
  void anActivatorThatHangs() throws Exception {
    folder.drop("slow.jar", JarBuilder.bundle("slow", "1.0.0").activator(HangingActivator.class));
    folder.await("slow.jar", PluginState.STARTING);
    folder.drop("good.jar", JarBuilder.greeter("good", "1.0.0"));
    folder.await("good.jar", PluginState.ACTIVE);
    String reason = folder.await("slow.jar", PluginState.FAILED).reason().orElseThrow();
    assertTrue(reason.startsWith("slow 1 did not start within 1500 ms"), reason);
    folder.drop("good.jar", JarBuilder.greeter("good", "2.0.0"));
    folder.await("good.jar", p -> p.version().equals("2.0.0"), "2.0.0");
    folder.delete("slow.jar");
    folder.await(
        "slow.jar", p -> p.reason().orElse("").contains("does not stop"), "hanging, and say so");
    folder.drop("good.jar", JarBuilder.greeter("good", "3.0.0"));
    folder.await(
        "good.jar", p -> p.version().equals("3.0.0") && p.state() == PluginState.ACTIVE, "3.0.0");
    System.setProperty(HangingActivator.LET_GO, "true");
    folder.awaitGone("slow.jar");
  }

  @Test
  void aComponentThatHangs() throws Exception {
    folder.drop("slow.jar", JarBuilder.bundle("slow", "1.0.0").component("HangingComponent", ""));
    folder.await("slow.jar", PluginState.STARTING);
    folder.drop("good.jar", JarBuilder.greeter("good", "1.0.0"));
    folder.await("good.jar", PluginState.ACTIVE);
    String reason = folder.await("slow.jar", PluginState.FAILED).reason().orElseThrow();
    assertTrue(reason.startsWith("slow 1 did not start within 1500 ms"), reason);
  }

  /** One bad plugin must not stop all. */
  @Test
  void twentyGoodAndThreeBroken() throws Exception {
    folder.drop("x1.jar", JarBuilder.bundle("x1", "1.0.0").activator(FailingActivator.class));
    folder.drop("x2.jar", JarBuilder.bundle("x2", "1.0.0").component("FailingComponent", ""));
    folder.drop("x3.jar", new byte[] {1, 2, 3});
    for (int i = 0; i < 20; i++) {
      folder.drop("g" + i + ".jar", JarBuilder.greeter("g" + i, "1.0.0"));
    }
    for (int i = 0; i < 20; i++) {
      folder.await("g" + i + ".jar", PluginState.ACTIVE);
    }
    for (int i = 1; i <= 3; i++) {
      folder.await("x" + i + ".jar", PluginState.FAILED);
    }
  }

  @Test
  void aFragmentIsWellWhenItIsResolved() throws Exception {
    folder.drop("f.jar", JarBuilder.bundle("f", "1.0.0").header("Fragment-Host", "a"));
    String reason = folder.await("f.jar", PluginState.WAITING).reason().orElseThrow();
    assertTrue(reason.startsWith("f 1 cannot start: needs its host a"), reason);
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.await("f.jar", PluginState.RESOLVED);
  }
}
