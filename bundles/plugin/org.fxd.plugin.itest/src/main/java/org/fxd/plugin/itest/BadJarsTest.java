package org.fxd.plugin.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jars that are none, or do harm: each is refused with its reason, and nothing else is touched. */
class BadJarsTest {
  private Folder folder;

  @BeforeEach
  void open() throws Exception {
    folder = new Folder();
  }

  @AfterEach
  void close() throws Exception {
    folder.close();
  }

  private void assertRefused(String jar, byte[] content, String reason) throws Exception {
    folder.drop("good.jar", JarBuilder.greeter("good", "1.0.0"));
    folder.drop(jar, content);
    Plugin plugin = folder.await(jar, PluginState.FAILED);
    String why = plugin.reason().orElseThrow();
    assertTrue(why.contains(reason), why);
    assertTrue(why.startsWith(jar), why);
    assertEquals(PluginState.ACTIVE, folder.await("good.jar", PluginState.ACTIVE).state());
    folder.delete(jar);
    folder.awaitGone(jar);
  }

  @Test
  void halfAJar() throws Exception {
    byte[] whole = JarBuilder.greeter("a", "1.0.0").build();
    assertRefused("a.jar", Arrays.copyOf(whole, whole.length / 2), "is no complete jar");
  }

  @Test
  void aTextFile() throws Exception {
    assertRefused("a.jar", "no jar".getBytes(StandardCharsets.UTF_8), "is no complete jar");
  }

  @Test
  void nothing() throws Exception {
    assertRefused("a.jar", new byte[0], "is empty");
  }

  @Test
  void aJarWithoutManifest() throws Exception {
    assertRefused("a.jar", new JarBuilder().entry("x", new byte[3]).build(), "is no OSGi bundle");
  }

  @Test
  void aJarThatIsNoBundle() throws Exception {
    assertRefused(
        "a.jar",
        new JarBuilder().header("Implementation-Title", "a").build(),
        "has no Bundle-SymbolicName");
  }

  @Test
  void aZipBomb() throws Exception {
    assertRefused(
        "a.jar",
        JarBuilder.bundle("a", "1.0.0").entry("zeros", new byte[64 << 20]).build(),
        "zip bomb");
  }

  @Test
  void anEntryThatLeadsOut() throws Exception {
    assertRefused(
        "a.jar",
        JarBuilder.bundle("a", "1.0.0").entry("../../etc/x", new byte[1]).build(),
        "lead out");
  }

  @Test
  void aDamagedJar() throws Exception {
    byte[] whole = JarBuilder.greeter("a", "1.0.0").ballast(20_000).build();
    whole[whole.length / 2] ^= 1;
    assertRefused("a.jar", whole, "damaged");
  }

  @Test
  void aBrokenHeader() throws Exception {
    assertRefused(
        "a.jar",
        JarBuilder.bundle("a", "1.0.0").header("Import-Package", ";;=,").build(),
        "cannot be installed");
  }

  @Test
  void aBrokenHeaderInAnUpdateLeavesTheOneBefore() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.drop("a.jar", JarBuilder.greeter("a", "2.0.0").header("Import-Package", ";;=,"));
    Plugin plugin = folder.await("a.jar", PluginState.DEGRADED);
    assertEquals("1.0.0", plugin.version());
    assertTrue(plugin.reason().orElseThrow().contains("cannot be installed"));
    assertEquals(1, folder.greeters("a").size());
  }

  @Test
  void theSameBundleTwice() throws Exception {
    folder.drop("a.jar", JarBuilder.greeter("a", "1.0.0"));
    folder.await("a.jar", PluginState.ACTIVE);
    folder.drop("b.jar", JarBuilder.greeter("a", "1.0.0").ballast(9));
    Plugin second = folder.await("b.jar", PluginState.FAILED);
    assertTrue(second.reason().orElseThrow().contains("a.jar"), second.reason().orElseThrow());
    assertEquals("a", second.name());
    folder.delete("a.jar");
    folder.awaitGone("a.jar");
    folder.await("b.jar", PluginState.ACTIVE);
  }

  @Test
  void aBundleThatFxdItselfBrings() throws Exception {
    String version = folder.hostBundle().getVersion().toString();
    folder.drop("a.jar", JarBuilder.bundle("org.fxd.plugin.host", version));
    Plugin plugin = folder.await("a.jar", PluginState.FAILED);
    assertTrue(plugin.reason().orElseThrow().contains("FXD itself"));
  }

  @Test
  void otherFilesAreOfNoInterest() throws Exception {
    folder.drop("readme.txt", new byte[3]);
    folder.drop(".hidden.jar", new byte[3]);
    folder.settle();
    assertFalse(folder.find("readme.txt").isPresent());
    assertTrue(folder.host().plugins().isEmpty());
  }
}
