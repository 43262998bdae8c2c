package org.fxd.source.treesitter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tree of this project, as material for tests. */
final class OwnTree {
  private OwnTree() {}

  /** The files in the Java source folders of all bundles whose names end so, in order. */
  static List<Path> files(String ending) throws IOException {
    Path bundles = root().resolve("bundles");
    try (Stream<Path> walk = Files.walk(bundles)) {
      return walk.filter(file -> file.toString().endsWith(ending))
          .filter(
              file ->
                  bundles
                      .relativize(file)
                      .toString()
                      .matches(".*[/\\\\]src[/\\\\](main|test)[/\\\\]java[/\\\\].*"))
          .sorted()
          .toList();
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("cnf/house.bnd"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
