package org.fxd.runtime.container;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The runnable jar. Each bundle in it is unpacked once, under a name that holds its SHA-256, so
 * that any number of processes and releases share the folder: what stands there is never changed.
 */
final class JarDistribution extends Distribution {
  private static final String INSIDE = "fxd/";

  private JarDistribution(Path jar, List<BundleEntry> bundles, Properties properties) {
    super(jar, bundles, properties);
  }

  static JarDistribution open(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream list = entry(zip, LIST);
        InputStream properties = entry(zip, PROPERTIES)) {
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new JarDistribution(
          jar, BundleEntry.parse(text.lines(), jar + "!/" + LIST), properties(properties));
    }
  }

  @Override
  Path file(BundleEntry bundle, Path data) throws IOException {
    Path folder = data.resolve("bundles");
    Path file = folder.resolve(bundle.sha256() + ".jar");
    if (Files.isRegularFile(file)) {
      return file;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "incoming-", ".part");
    try {
      try (ZipFile zip = new ZipFile(place().toFile());
          InputStream in = entry(zip, "bundles/" + bundle.file())) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      // Atomic: whoever sees the name sees the whole file.
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }

  @Override
  public InputStream sample(String name) throws IOException {
    try (ZipFile zip = new ZipFile(place().toFile());
        InputStream in = entry(zip, "samples/" + name)) {
      return new ByteArrayInputStream(in.readAllBytes());
    }
  }

  private static InputStream entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(INSIDE + name);
    if (entry == null) {
      throw new FileNotFoundException("it holds no " + INSIDE + name);
    }
    return zip.getInputStream(entry);
  }
}
