package org.fxd.source.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanning;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** An outline says of a projection what the projection says of itself. */
class FileProjectorProperties {
  private static final List<String> NAMES = List.of("a.py", "a.txt", "a.md", "Makefile");

  private final Sample sample = new Sample();

  private record File(NodeId id, Name name, Node node) {
    @Override
    public String toString() {
      return name + ": " + node;
    }
  }

  /** Without what others have remembered. */
  private static FileProjector projector() {
    Scanning scanning = new Scanning(new FixedScanners(List.of(new IndentScanner())));
    return new FileProjector(new Projections(scanning, new GraphNodes()));
  }

  private File file(Choices choices) {
    byte[] text = choices.chance(50) ? Texts.bytes(choices) : Sample.bytes(Texts.code(choices));
    String name = choices.pick(NAMES);
    NodeId id = Sample.id(name + choices.below(3));
    return new File(id, Name.of(name), sample.sources.raw(Blob.of(text), choices.chance(20)));
  }

  private static Node project(File file) {
    return projector().project(file.id(), file.name(), file.node(), Cancellation.none());
  }

  private static Node project(File file, byte[] hint) {
    return projector().project(file.id(), file.name(), file.node(), hint, Cancellation.none());
  }

  private static Optional<Outline> outline(File file) {
    return projector().outline(file.id(), file.name(), file.node(), Cancellation.none());
  }

  @Test
  void theOutlineIsWhatWalkingFinds() {
    Property.seeded(41)
        .runs(600)
        .check(
            choices -> {
              File file = file(choices);
              Node projected = project(file);
              Optional<Outline> outline = outline(file);
              Map<NodeId, Outline.Inner> inner = new java.util.HashMap<>();
              outline.ifPresent(o -> o.inner().forEach(i -> inner.put(i.id(), i)));
              walk(projected, inner);
              assertEquals(Map.of(), inner);
              Map<String, Value> more = new java.util.HashMap<>(projected.metadata());
              more.entrySet().removeAll(file.node().metadata().entrySet());
              assertEquals(more, outline.map(Outline::metadata).orElse(Map.of()));
            });
  }

  private static void walk(Node node, Map<NodeId, Outline.Inner> inner) {
    for (Entry entry : node.entries()) {
      if (!entry.node().kind().equals(Kind.HEAD) && !entry.node().kind().equals(Kind.GAP)) {
        assertEquals(
            new Outline.Inner(
                entry.id(), entry.name(), entry.node().kind(), entry.node().metadata()),
            inner.remove(entry.id()));
      }
      walk(entry.node(), inner);
    }
  }

  @Test
  void theSameFileGivesTheSameOutline() {
    Property.seeded(42)
        .runs(200)
        .check(
            choices -> {
              File file = file(choices);
              Optional<Outline> one = outline(file);
              Optional<Outline> two = outline(file);
              assertEquals(one.isPresent(), two.isPresent());
              if (one.isPresent()) {
                assertEquals(one.get().inner(), two.get().inner());
                assertArrayEquals(one.get().hint(), two.get().hint());
              }
            });
  }

  @Test
  void withItsHintTheProjectionIsTheSame() {
    Property.seeded(43)
        .runs(600)
        .check(
            choices -> {
              File file = file(choices);
              byte[] hint = outline(file).map(Outline::hint).orElse(new byte[0]);
              assertEquals(project(file).hash(), project(file, hint).hash());
            });
  }

  @Test
  void withADamagedOrForeignHintItIsTheSameToo() {
    Property.seeded(44)
        .runs(2_000)
        .check(
            choices -> {
              File file = file(choices);
              byte[] own = outline(file).map(Outline::hint).orElse(new byte[0]);
              byte[] hint = choices.chance(20) ? foreign(choices) : damaged(choices, own);
              choices.note("hint " + Arrays.toString(hint));
              assertEquals(project(file).hash(), project(file, hint).hash());
            });
  }

  private byte[] foreign(Choices choices) {
    return choices.chance(50)
        ? choices.bytes(60)
        : outline(file(choices)).map(Outline::hint).orElse(new byte[] {1});
  }

  private static byte[] damaged(Choices choices, byte[] hint) {
    byte[] damaged = Arrays.copyOf(hint, choices.between(0, hint.length + 2));
    for (int left = choices.below(4); left > 0 && damaged.length > 0; left--) {
      damaged[choices.below(damaged.length)] = (byte) choices.below(256);
    }
    return damaged;
  }
}
