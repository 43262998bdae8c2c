package org.fxd.plugin.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
  @TempDir Path temp;
  private Path jar;
  private ContentStore store;

  @BeforeEach
  void prepare() throws Exception {
    jar = temp.resolve("a.jar");
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "a");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    store = new ContentStore(temp.resolve("content dir"), new JarCheck(JarCheck.Limits.DEFAULT));
  }

  private long stored() throws Exception {
    try (Stream<Path> files = Files.list(temp.resolve("content dir"))) {
      return files.count();
    }
  }

  @Test
  void aJarIsStoredUnderItsHash() throws Exception {
    Content content = store.take(jar);
    assertEquals(content.sha256() + ".jar", content.file().getFileName().toString());
    assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(content.file()));
    assertEquals("a 0", content.facts().toString());
    assertEquals(content, store.take(jar), "taken once");
    assertEquals(1, stored());
  }

  @Test
  void theLocationIsAnEscapedUrl() throws Exception {
    Content content = store.take(jar);
    assertEquals(
        "reference:file:" + content.file().toString().replace(" ", "%20"), content.location());
  }

  @Test
  void whatIsRefusedLeavesNothing() throws Exception {
    Files.writeString(jar, "text");
    assertThrows(UnusableJarException.class, () -> store.take(jar));
    assertEquals(0, stored());
  }

  /** A crash may leave a file that does not hold what its name says. */
  @Test
  void aDamagedCopyIsReplaced() throws Exception {
    Content content = store.take(jar);
    Files.writeString(content.file(), "torn");
    assertEquals(content, store.take(jar));
    assertArrayEquals(Files.readAllBytes(jar), Files.readAllBytes(content.file()));
  }
}
