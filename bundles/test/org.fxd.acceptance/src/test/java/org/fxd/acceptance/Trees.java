package org.fxd.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Trees of files, copied and compared. */
final class Trees {
  private Trees() {}

  /** Copies what a predicate on paths, relative to the tree, lets through. */
  static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path relative = from.relativize(folder);
            if (!relative.toString().isEmpty() && !wanted.test(relative)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(relative.toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path relative = from.relativize(file);
            if (wanted.test(relative)) {
              Files.copy(
                  file,
                  to.resolve(relative.toString()),
                  LinkOption.NOFOLLOW_LINKS,
                  java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Every path below a folder, with what it is: the content, the link's target, the mode. */
  static SortedMap<String, String> content(Path tree) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (var paths = Files.walk(tree)) {
      paths
          .filter(path -> !path.equals(tree))
          .forEach(path -> found.put(name(tree, path), what(path)));
    }
    return found;
  }

  private static String name(Path tree, Path path) {
    return tree.relativize(path).toString().replace('\\', '/');
  }

  private static String what(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "link to " + Files.readSymbolicLink(path);
      }
      if (Files.isDirectory(path)) {
        return "folder";
      }
      byte[] bytes = Files.readAllBytes(path);
      return (Files.isExecutable(path) ? "program " : "file ")
          + bytes.length
          + " "
          + new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
