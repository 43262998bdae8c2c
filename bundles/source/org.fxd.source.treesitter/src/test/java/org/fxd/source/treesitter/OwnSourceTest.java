package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fxd.source.api.scan.Region;
import org.junit.jupiter.api.Test;

/** This project's own sources, scanned from several threads at once. */
class OwnSourceTest {
  private static final Set<String> TYPES =
      Set.of("class", "interface", "record", "enum", "annotation");

  @Test
  void everyFileHasItsTypeAndMembers() throws IOException {
    List<Path> files = OwnTree.files(".java");
    ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> check(file, counts));
    int types = TYPES.stream().mapToInt(type -> counts.getOrDefault(type, 0)).sum();
    assertTrue(files.size() > 50, () -> "files: " + files.size());
    assertTrue(types >= files.size() / 2, () -> counts.toString());
    assertTrue(counts.get("method") > files.size(), () -> counts.toString());
  }

  private static void check(Path file, ConcurrentMap<String, Integer> counts) {
    byte[] text;
    try {
      text = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    List<Region> regions = Scans.scan(text, "java");
    String name = file.getFileName().toString().replace(".java", "");
    if (name.equals("package-info")) {
      assertEquals(List.of(), regions, file.toString());
    } else if (!name.equals("module-info")) {
      Region last = regions.get(regions.size() - 1);
      assertTrue(regions.stream().anyMatch(region -> region.name().equals(name)), file.toString());
      assertEquals(text.length, last.end(), file.toString());
    }
    count(regions, counts);
  }

  private static void count(List<Region> regions, ConcurrentMap<String, Integer> counts) {
    for (Region region : regions) {
      counts.merge(region.type(), 1, Integer::sum);
      count(region.children(), counts);
    }
  }
}
