package org.fxd.runtime.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares what came in with what came out, without asking FXD.
 *
 * @param equal how many files are equal, byte for byte
 * @param different the paths whose bytes differ
 * @param missing the paths that did not come out
 * @param more the paths that did not come in
 */
record Comparison(int equal, List<String> different, List<String> missing, List<String> more) {
  static Comparison of(Path in, Path out) throws IOException, InterruptedException {
    SortedSet<String> came = Files.exists(in.resolve(".git")) ? tracked(in) : files(in);
    SortedSet<String> went = files(out);
    int equal = 0;
    List<String> different = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String path : came) {
      if (!went.remove(path)) {
        missing.add(path);
      } else if (same(in.resolve(path), out.resolve(path))) {
        equal++;
      } else {
        different.add(path);
      }
    }
    return new Comparison(equal, different, missing, List.copyOf(went));
  }

  /** Git's own word on what is not ignored. */
  private static SortedSet<String> tracked(Path in) throws IOException, InterruptedException {
    SortedSet<String> paths = new TreeSet<>();
    Process git =
        new ProcessBuilder(
                "git", "-C", in.toString(), "ls-files", "-z", "-co", "--exclude-standard")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    git.getOutputStream().close();
    String all = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IOException("git ls-files failed in " + in);
    }
    for (String path : all.split("\0")) {
      // Git still lists what is deleted and not committed.
      if (!path.isEmpty() && exists(in.resolve(path))) {
        paths.add(path);
      }
    }
    return paths;
  }

  private static SortedSet<String> files(Path folder) throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(folder.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }
        });
    return paths;
  }

  private static boolean same(Path one, Path other) throws IOException {
    if (Files.isSymbolicLink(one) || Files.isSymbolicLink(other)) {
      return Files.isSymbolicLink(one)
          && Files.isSymbolicLink(other)
          && Files.readSymbolicLink(one).equals(Files.readSymbolicLink(other));
    }
    return Files.isExecutable(one) == Files.isExecutable(other) && Files.mismatch(one, other) == -1;
  }

  private static boolean exists(Path file) {
    return Files.isSymbolicLink(file) || Files.exists(file);
  }
}
