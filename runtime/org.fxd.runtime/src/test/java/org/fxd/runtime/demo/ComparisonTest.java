package org.fxd.runtime.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir Path folder;

  @Test
  void tellsWhatDiffers() throws IOException, InterruptedException {
    Path in = Files.createDirectories(folder.resolve("in/deep")).getParent();
    Path out = Files.createDirectories(folder.resolve("out/deep")).getParent();
    for (Path side : List.of(in, out)) {
      Files.writeString(side.resolve("deep/same"), "x");
      Files.writeString(side.resolve("other"), side.getFileName().toString());
      Files.createSymbolicLink(side.resolve("link"), Path.of(side == in ? "a" : "b"));
    }
    Files.writeString(in.resolve("lost"), "x");
    Files.writeString(out.resolve("deep/found"), "x");
    assertEquals(
        new Comparison(1, List.of("link", "other"), List.of("lost"), List.of("deep/found")),
        Comparison.of(in, out));
  }
}
