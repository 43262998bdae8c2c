package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.graph.core.codec.ValueCodec;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.Test;

/** What goes beyond a limit is refused, when it is set and when it is read, and nothing changes. */
class LimitsTest {
  private final TreeBuilder builder = new TreeBuilder(Kind.DATA);
  private final ObjectReader reader =
      new ObjectReader(new MemoryStores().create(Path.of("ignored")));

  @Test
  void nullIsAValueOfItsOwn() {
    assertNotEquals(Value.NONE, Value.NULL);
    builder.value(Value.NULL).metadata("empty", Value.NULL);
    NodeBody read = NodeCodec.decode(NodeCodec.encode(builder.build().body()), reader);
    assertEquals(Value.NULL, read.value());
    assertEquals(Value.NULL, read.metadata().get("empty"));
    builder.metadata("empty", Value.NONE);
    assertTrue(builder.build().metadata().isEmpty());
    assertNotEquals(new TreeBuilder(Kind.DATA).build(), builder.build());
    assertEquals(10, NodeCodec.encode(builder.build().body())[3 + "data".length()]);
  }

  @Test
  void valuesHaveALargestSize() {
    String largest = "x".repeat(Limits.VALUE);
    String wide = "é".repeat(Limits.VALUE / 2);
    builder.value(Value.of(largest));
    builder.value(Value.of(wide));
    builder.value(new Value.Json(largest));
    assertEquals(wide, read(Value.of(wide)).asText().orElseThrow());
    refused(Value.of(largest + "x"));
    refused(Value.of(wide + "x"));
    refused(Value.of("😀".repeat(Limits.VALUE / 4) + "x"));
    refused(new Value.Json(largest + "x"));
    refused(Value.of(new byte[Limits.VALUE + 1]));
    assertEquals(new Value.Json(largest), builder.value());
  }

  private Value read(Value value) {
    TreeNode node = TreeNode.of(new TreeBuilder(Kind.DATA).value(value).build());
    return NodeCodec.decode(NodeCodec.encode(node.body()), reader).value();
  }

  private void refused(Value value) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> builder.value(value)).getMessage();
    assertTrue(message.contains("at most " + Limits.VALUE + " bytes"), message);
    assertThrows(IllegalArgumentException.class, () -> builder.metadata("key", value));
    // Whoever writes by hand is refused too.
    ByteWriter out = new ByteWriter(Limits.VALUE + 100);
    out.octet(1).octet(1).text("data");
    ValueCodec.write(out, value);
    out.octet(0).octet(0).octet(0);
    byte[] bytes = out.toBytes();
    message =
        assertThrows(IllegalArgumentException.class, () -> NodeCodec.decode(bytes, reader))
            .getMessage();
    assertTrue(message.contains("at most " + Limits.VALUE), message);
  }

  @Test
  void keysHaveALargestLength() {
    String longest = "é".repeat(Limits.KEY / 2);
    builder.metadata(longest, Value.of(1));
    assertThrows(
        IllegalArgumentException.class, () -> builder.metadata(longest + "x", Value.of(1)));
    assertThrows(IllegalArgumentException.class, () -> builder.metadata("", Value.of(1)));
    assertEquals(1, builder.build().metadata().size());
    ByteWriter out = new ByteWriter(2000).octet(1).octet(1).text("data").octet(0).varint(1);
    out.block((longest + "x").getBytes(StandardCharsets.UTF_8)).octet(3).octet(0).octet(0);
    assertThrows(IllegalArgumentException.class, () -> NodeCodec.decode(out.toBytes(), reader));
  }

  @Test
  void metadataHaveALargestNumber() {
    for (int i = 0; i < Limits.METADATA; i++) {
      builder.metadata("key " + i, Value.of(i));
    }
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> builder.metadata("one more", Value.of(1)))
            .getMessage();
    assertTrue(message.contains("at most " + Limits.METADATA), message);
    builder.metadata("key 7", Value.of(0));
    builder.metadata("key 8", Value.NONE);
    builder.metadata("one more", Value.of(1));
    assertEquals(Limits.METADATA, builder.build().metadata().size());
    TreeNode node = builder.build();
    assertEquals(
        node.metadata(), NodeCodec.decode(NodeCodec.encode(node.body()), reader).metadata());
    ByteWriter out = new ByteWriter(100_000).octet(1).octet(1).text("data").octet(0);
    out.varint(Limits.METADATA + 1);
    for (int i = 0; i <= Limits.METADATA; i++) {
      out.text("%06d".formatted(i)).octet(3);
    }
    message =
        assertThrows(
                IllegalArgumentException.class,
                () -> NodeCodec.decode(out.octet(0).octet(0).toBytes(), reader))
            .getMessage();
    assertTrue(message.contains("at most " + Limits.METADATA), message);
  }
}
