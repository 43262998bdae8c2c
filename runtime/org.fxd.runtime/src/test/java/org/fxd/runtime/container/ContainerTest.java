package org.fxd.runtime.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.fxd.runtime.Host;
import org.fxd.runtime.HostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distributions made of small bundles, good and bad. */
class ContainerTest {
  private static final String SHA = "0".repeat(64);

  @TempDir Path folder;

  private final Manifest manifest = new Manifest();

  @Test
  void startsWhatTheListNamesAndStopsAgain() throws IOException {
    distribution("1 " + SHA + " good.jar");
    bundle("good.jar", "good", "Export-Package", "good.api;version=1.2");
    try (Host host = host()) {
      for (int i = 0; i < 3; i++) {
        host.start();
        assertTrue(host.isRunning());
        assertEquals("good", host.context().getBundle(1).getSymbolicName());
        assertEquals(data().toString(), host.context().getProperty("fxd.data.dir"));
        assertTrue(host.stop(Duration.ofSeconds(10)));
        assertFalse(host.isRunning());
      }
      assertThrows(HostException.class, host::context);
    }
    assertEquals(0, runFolders());
  }

  @Test
  void aMissingPackageIsNamedWithWhatIsOffered() throws IOException {
    distribution("0 " + SHA + " old.jar", "1 " + SHA + " bad.jar");
    bundle("old.jar", "text-kit", "Export-Package", "acme.text;version=1.4");
    bundle("bad.jar", "todo", "Import-Package", "acme.text;version=\"[2,3)\"");
    assertEquals(
        """
        todo 1.0.0 cannot start: it needs package acme.text [2.0.0,3.0.0)
          offered: 1.4.0 by text-kit
          bundle: %s"""
            .formatted(folder.resolve("fxd/bundles/bad.jar")),
        failure());
  }

  @Test
  void theRootOfAChainIsNamed() throws IOException {
    distribution("0 " + SHA + " middle.jar", "1 " + SHA + " top.jar");
    bundle("middle.jar", "middle", "Export-Package", "middle.api", "Import-Package", "nowhere.api");
    bundle("top.jar", "top", "Import-Package", "middle.api");
    assertEquals(
        """
        top 1.0.0 cannot start: middle, which it uses, needs package nowhere.api
          offered: by no bundle
          bundle: %s"""
            .formatted(folder.resolve("fxd/bundles/top.jar")),
        failure());
  }

  @Test
  void aNewerJavaIsNamed() throws IOException {
    distribution("1 " + SHA + " new.jar");
    bundle(
        "new.jar",
        "new",
        "Require-Capability",
        "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"");
    assertTrue(failure().startsWith("new 1.0.0 cannot start: it needs Java"), failure());
  }

  @Test
  void anActivatorThatFailsIsNamed() throws IOException {
    distribution("1 " + SHA + " broken.jar");
    bundle("broken.jar", "broken", "Bundle-Activator", "not.there.Activator");
    String failure = failure();
    assertTrue(failure.startsWith("broken 1.0.0 cannot start: "), failure);
    assertTrue(failure.contains("not.there.Activator"), failure);
    assertTrue(failure.lines().count() <= 4, failure);
  }

  @Test
  void aJarThatIsMissingOrIsNoneIsNamed() throws IOException {
    distribution("1 " + SHA + " gone.jar");
    assertTrue(failure().startsWith("gone.jar cannot be installed: "), failure());
    Files.writeString(folder.resolve("fxd/bundles/gone.jar"), "no jar at all");
    assertTrue(failure().startsWith("gone.jar cannot be installed: "), failure());
  }

  @Test
  void aDataFolderThatCannotBeIsNamed() throws IOException {
    distribution();
    Files.writeString(data(), "a file");
    assertTrue(failure().startsWith("The data folder " + data() + " cannot be used"), failure());
    assertTrue(failure().contains("--data DIR"), failure());
  }

  @Test
  void noDistributionIsNamed() {
    Path nowhere = folder.resolve("nowhere");
    HostException failure =
        assertThrows(HostException.class, () -> Host.builder(data()).distribution(nowhere).build());
    assertTrue(failure.getMessage().contains(nowhere.toString()), failure.getMessage());
  }

  private String failure() {
    try (Host host = host()) {
      HostException failure = assertThrows(HostException.class, host::start);
      assertFalse(host.isRunning());
      if (Files.isDirectory(data())) {
        assertEquals(0, runFolders());
      }
      return failure.getMessage();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long runFolders() throws IOException {
    try (Stream<Path> left = Files.list(data().resolve("run"))) {
      return left.count();
    }
  }

  private Host host() {
    return Host.builder(data()).distribution(folder.resolve("fxd")).build();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void distribution(String... list) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("fxd/conf"));
    Files.createDirectories(folder.resolve("fxd/bundles"));
    Files.writeString(conf.resolve("bundles.list"), String.join("\n", list) + "\n");
    Files.writeString(conf.resolve("fxd.properties"), "fxd.version=1\n");
  }

  private void bundle(String file, String name, String... headers) throws IOException {
    Attributes main = manifest.getMainAttributes();
    main.clear();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", name);
    main.putValue("Bundle-Version", "1.0.0");
    for (int i = 0; i < headers.length; i += 2) {
      main.putValue(headers[i], headers[i + 1]);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve("fxd/bundles").resolve(file));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.flush();
    }
  }
}
