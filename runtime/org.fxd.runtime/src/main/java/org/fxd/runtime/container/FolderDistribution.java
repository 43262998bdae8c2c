package org.fxd.runtime.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** An unpacked distribution. Its bundles are used where they stand. */
final class FolderDistribution extends Distribution {
  private FolderDistribution(Path folder, List<BundleEntry> bundles, Properties properties) {
    super(folder, bundles, properties);
  }

  static FolderDistribution open(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    try (Stream<String> lines = Files.lines(list);
        InputStream in = Files.newInputStream(folder.resolve(PROPERTIES))) {
      return new FolderDistribution(
          folder, BundleEntry.parse(lines, list.toString()), properties(in));
    }
  }

  @Override
  Path file(BundleEntry bundle, Path data) throws IOException {
    Path file = place().resolve("bundles").resolve(bundle.file());
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return file;
  }

  @Override
  public InputStream sample(String name) throws IOException {
    return Files.newInputStream(place().resolve("samples").resolve(name));
  }
}
