package org.fxd.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.shell.Fakes;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.junit.jupiter.api.Test;

class FileDiffTest {
  private record Large(Hash hash, long size) implements Blob {
    @Override
    public InputStream open() {
      throw new AssertionError("It is not to be read");
    }
  }

  private static SourceFile large(String content) {
    Value value =
        new Value.OfBlob(
            new Large(Hash.ofContent(content.getBytes(StandardCharsets.UTF_8)), 200_000_000));
    Node node = Fakes.of(Node.class, "value", value);
    return new SourceFile(
        FilePath.parse("big.bin"),
        new Entry(new NodeId(1, 2), Name.of("big.bin"), Place.NONE, node));
  }

  /** Both were read into memory, only to see that they are too large; there was none for them. */
  @Test
  void whatIsTooLargeIsNotRead() {
    FileChange change =
        new FileChange(
            FileChange.Kind.CHANGED,
            Optional.of(large("before")),
            Optional.of(large("after")),
            List.of());
    FileDiff diff = FileDiff.of(change, Fakes.of(Sources.class, "none", "none"), true);
    assertTrue(diff.binary());
    assertEquals("big.bin", diff.path());
    assertEquals(0, diff.added() + diff.removed());
  }
}
