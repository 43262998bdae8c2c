package org.fxd.plugin.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class JarCheckTest {
  private static final String BUNDLE =
      "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: a.b;singleton:=true\n";

  @TempDir Path folder;
  private final JarCheck check = new JarCheck(new JarCheck.Limits(10, 100_000, 1000, 5));

  private Path jar(String manifest, Object... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write(manifest.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
      }
    }
    return Files.write(folder.resolve("x.jar"), bytes.toByteArray());
  }

  private UnusableJarException refused(Path jar) {
    return assertThrows(UnusableJarException.class, () -> check.check(jar));
  }

  @Test
  void aBundleIsKnownByItsManifest() throws Exception {
    JarFacts facts = check.check(jar(BUNDLE + "Bundle-Version: 1.2\n", "x", new byte[5]));
    assertEquals(new JarFacts("a.b", new Version("1.2.0"), false), facts);
    assertTrue(check.check(jar(BUNDLE + "Fragment-Host: c\n")).fragment());
  }

  /** Nothing but the whole is taken for whole. */
  @Test
  void everyPrefixIsIncomplete() throws Exception {
    Path jar = jar(BUNDLE, "x", new byte[50]);
    byte[] whole = Files.readAllBytes(jar);
    for (int length = 0; length < whole.length; length++) {
      Files.write(jar, Arrays.copyOf(whole, length));
      assertTrue(refused(jar).isIncomplete(), "the first " + length + " bytes");
    }
  }

  /** A byte that is wrong anywhere is noticed, or makes no difference; it never is an accident. */
  @Test
  void everyFlippedByteIsHandled() throws Exception {
    Path jar = jar(BUNDLE, "x", new byte[] {1, 2, 3});
    byte[] whole = Files.readAllBytes(jar);
    for (int i = 0; i < whole.length; i++) {
      byte[] wrong = whole.clone();
      wrong[i] ^= 0x55;
      Files.write(jar, wrong);
      try {
        check.check(jar);
      } catch (UnusableJarException expected) {
        assertFalse(expected.getMessage().isBlank());
      }
    }
  }

  @Test
  void whatUnpacksTooFarIsRefused() throws Exception {
    UnusableJarException bomb = refused(jar(BUNDLE, "zeros", new byte[50_000]));
    assertFalse(bomb.isIncomplete());
    assertTrue(bomb.getMessage().contains("zip bomb"));
  }

  @Test
  void tooManyEntriesAreRefused() throws Exception {
    Object[] entries = new Object[22];
    for (int i = 0; i < 11; i++) {
      entries[2 * i] = "e" + i;
      entries[2 * i + 1] = new byte[1];
    }
    assertTrue(refused(jar(BUNDLE, entries)).getMessage().contains("12 entries"));
  }

  @Test
  void namesThatLeadOutAreRefused() throws Exception {
    for (String name : new String[] {"../x", "a/../../x", "/x", "a\\x", "C:x"}) {
      assertTrue(refused(jar(BUNDLE, name, new byte[1])).getMessage().contains("lead out"), name);
    }
    check.check(jar(BUNDLE, "a..b/..c/x", new byte[1]));
  }

  @Test
  void manifestsThatAreNoBundlesAreToldSo() throws Exception {
    assertTrue(refused(jar("A: b\n")).getMessage().contains("no Bundle-SymbolicName"));
    assertTrue(
        refused(jar("Bundle-SymbolicName: a\n")).getMessage().contains("Bundle-ManifestVersion"));
    assertTrue(refused(jar(BUNDLE + "Bundle-Version: one\n")).getMessage().contains("'one'"));
    assertTrue(
        refused(jar("Bundle-ManifestVersion: 2\nBundle-SymbolicName: a b\n"))
            .getMessage()
            .contains("'a b'"));
    assertTrue(refused(jar("no header at all")).getMessage().contains("manifest"));
  }
}
