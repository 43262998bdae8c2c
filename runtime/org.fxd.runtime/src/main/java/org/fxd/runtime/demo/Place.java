package org.fxd.runtime.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fxd.runtime.container.Distribution;

/**
 * Where the demonstration happens: a fresh folder that stays, so that its reader can look around.
 *
 * @param folder the fresh folder
 * @param source the tree of sources that is taken in
 * @param plugin the sample plugin's jar
 */
public record Place(Path folder, Path source, Path plugin) {
  /** System property: the clone that FXD was started from, if it was. */
  public static final String SOURCE = "fxd.source";

  private static final String PLUGIN = "org.fxd.sample.todo.jar";
  private static final String TREE = "fxd-source.zip";

  /** Makes one, with the clone's own tree, or else the one that is part of the distribution. */
  public static Place make(Distribution distribution) throws IOException {
    Path folder = Files.createTempDirectory("fxd-demo-").toRealPath();
    Path plugin = folder.resolve(PLUGIN);
    try (InputStream in = distribution.sample(PLUGIN)) {
      Files.copy(in, plugin);
    }
    String clone = System.getProperty(SOURCE, "");
    if (!clone.isEmpty()) {
      return new Place(folder, Path.of(clone), plugin);
    }
    Path source = folder.resolve("source");
    try (InputStream in = distribution.sample(TREE)) {
      unzip(in, source);
    }
    return new Place(folder, source, plugin);
  }

  /** The project file. */
  public Path project() {
    return folder.resolve("demo.fxd");
  }

  /** The data folder. */
  public Path data() {
    return folder.resolve("data");
  }

  /** The watched plugins folder. */
  public Path plugins() {
    return folder.resolve("plugins");
  }

  /** Where the files are exported to. */
  public Path out() {
    return folder.resolve("out");
  }

  private static void unzip(InputStream zip, Path into) throws IOException {
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException(entry.getName() + " would be outside of " + into);
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
  }
}
