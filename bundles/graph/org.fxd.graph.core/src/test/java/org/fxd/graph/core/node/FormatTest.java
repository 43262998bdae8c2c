package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.EntryMap;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.Test;

/** The bytes are those that the document promises. If a test here fails, a format has changed. */
class FormatTest {
  private static final Path DOCUMENT = Path.of("../../../docs/format/objects.md");

  private final Node leaf = new TreeBuilder(Kind.GAP).value(Value.of("é")).build();
  private final ObjectReader reader =
      new ObjectReader(new MemoryStores().create(Path.of("ignored")));

  private static String hex(TreeNode node) {
    return HexFormat.of().formatHex(NodeCodec.encode(node.body()));
  }

  @Test
  void theExamplesOfTheDocumentAreTrue() throws IOException {
    String document = Files.readString(DOCUMENT);
    TreeNode empty = new TreeBuilder(Kind.FOLDER).build();
    TreeBuilder full = new TreeBuilder(Kind.FOLDER);
    full.put(new Entry(new NodeId(1, 2), Name.of("a"), Place.NONE, leaf));
    full.metadata("n", new Value.Number(new BigDecimal("12.50")));
    for (TreeNode node : List.of(empty, full.build())) {
      assertTrue(document.contains("```\n" + hex(node) + "\n```"), hex(node));
      assertTrue(document.contains("its hash: `" + node.hash() + "`"), node.hash().toString());
    }
    assertTrue(document.contains("at most " + EntryMap.INLINE));
  }

  @Test
  void wideNodesAreCutAsTheyEverWere() {
    TreeBuilder byName = new TreeBuilder(Kind.FOLDER);
    TreeBuilder byPlace = new TreeBuilder(new Kind("group"));
    for (int i = 0; i < 5000; i++) {
      Place place = Place.ofBytes(new byte[] {(byte) (i >> 8), (byte) i, 1});
      byName.put(new Entry(new NodeId(0, i), Name.of("name " + i), Place.NONE, leaf));
      byPlace.put(new Entry(new NodeId(0, i), Name.EMPTY, place, leaf));
    }
    assertEquals(2, byName.build().body().map().height());
    assertEquals(
        "e33e4cfbcd97aee60cccaa938d7c59747dfed7e608b19fd287f9692bcb8f94bd",
        byName.build().hash().toString());
    assertEquals(
        "66ae7a986555d18d5b65af759d4205e0239e73394fc93a742916a434ecf494ad",
        byPlace.build().hash().toString());
  }

  @Test
  void whatIsNotCanonicalIsRefused() {
    String start = "010106666f6c646572";
    String child = "0101".repeat(16);
    String entryA = "0161" + "00".repeat(16) + child;
    String entryB = "0162" + "00".repeat(15) + "01" + child;
    refused("its type", "03" + start.substring(2) + "00000000");
    refused("its version", "0102" + start.substring(4) + "00000000");
    refused("follow", start + "0000000000");
    refused("too early", start + "000000");
    refused("longer than it needs", start + "00" + "8000" + "0000");
    refused("announced", start + "00" + "ffffff7f" + "0000");
    refused("announced", start + "00" + "00" + "00" + "ffffff7f");
    refused("not in order", start + "00" + "00" + "00" + "02" + entryB + entryA);
    refused("not in order", start + "00" + "00" + "00" + "02" + entryA + entryA);
    refused("holds nothing", start + "00000001" + "0161" + "00".repeat(16 + 32));
    refused("metadata", start + "00" + "02" + "0161" + "03" + "0161" + "03" + "0000");
    refused("has no value", start + "00" + "01" + "0161" + "00" + "0000");
    refused("no type of values", start + "63" + "000000");
    refused("shortest form", start + "02" + "00" + "020064" + "000000");
    refused("shortest form", start + "02" + "00" + "010a" + "000000");
    refused("UTF-8", start + "01" + "02c328" + "000000");
    refused("does not exist", "0101046e6f6e65" + "00000000");
    refused("cut as they should", start + "00" + "00" + "01" + "01" + "016105" + child);
    refused("levels deep", start + "00" + "00" + "0c" + "00");
  }

  private void refused(String reason, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> NodeCodec.decode(bytes, reader), hex);
    assertTrue(refusal.getMessage().contains(reason), hex + ": " + refusal.getMessage());
  }
}
