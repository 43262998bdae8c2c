package org.fxd.git.jgit.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitTagCodecTest {
  private static final Nodes NODES = new GraphNodes();
  private static final GitId COMMIT = GitId.parse("0123456789abcdef0123456789abcdef01234567");
  private static final GitId OTHER = GitId.parse("89abcdef0123456789abcdef0123456789abcdef");
  private static final Hash HASH = Hash.ofContent(new byte[] {1});
  private static final String PLAIN =
      "object "
          + COMMIT
          + "\ntype commit\ntag v1\ntagger Ada <ada@x.org> 1700000000 -0130\n\nFirst.\n\nMore.\n";

  @Test
  void aTagOfGitIsWhatItSays() {
    Node node = roundTrip(PLAIN);
    assertEquals(
        NODES
            .builder(Kind.TAG)
            .value(Value.of(HASH))
            .metadata("message", Value.of("First.\n\nMore."))
            .metadata("tagger", Value.of("Ada"))
            .metadata("email", Value.of("ada@x.org"))
            .metadata("time", Value.of("2023-11-14T20:43:20-01:30"))
            .build(),
        node);
  }

  @Test
  void aSignatureIsPartOfTheMessage() {
    String signed = PLAIN + "-----BEGIN PGP SIGNATURE-----\n\nabc=\n-----END PGP SIGNATURE-----\n";
    assertEquals(Value.NONE, roundTrip(signed).metadata(GitTagCodec.KEPT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tagger Ada <ada@x.org> 1700000000 -0130\n\nFirst.\n\nMore.\n", // nothing to replace it
        "tag v1\n",
        "Ada",
        "-0130",
        "\n\nMore.\n",
        "1700000000",
        " <ada@x.org>"
      })
  void whatIsOddIsKept(String left) {
    String odd = PLAIN.replace(left, left.equals("-0130") ? "-0000" : "");
    if (left.equals("\n\nMore.\n")) {
      odd = PLAIN + "no line feed";
    }
    Node node = roundTrip(odd);
    assertEquals(Value.of(odd.getBytes(StandardCharsets.UTF_8)), node.metadata(GitTagCodec.KEPT));
  }

  @Test
  void aTagUnderAnotherNameIsKept() {
    byte[] raw = bytes(PLAIN);
    Node node = GitTagCodec.node(NODES, "v2", HASH, List.of(raw));
    assertArrayEquals(raw, GitTagCodec.encode(node, "v2", COMMIT).get(0));
    assertEquals(Value.of(raw), node.metadata(GitTagCodec.KEPT));
  }

  @Test
  void tagsOfTagsAreKeptAllTheWay() {
    byte[] inner = bytes(PLAIN);
    byte[] outer = bytes(tagOf(GitHasher.id(GitHasher.TAG, inner), "tag"));
    byte[] outermost = bytes(tagOf(GitHasher.id(GitHasher.TAG, outer), "tag"));
    List<byte[]> chain = List.of(outermost, outer, inner);
    Node node = GitTagCodec.node(NODES, "v1", HASH, chain);
    List<byte[]> back = GitTagCodec.encode(node, "v1", COMMIT);
    assertEquals(3, back.size());
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(chain.get(i), back.get(i));
    }
    assertEquals(1, GitTagCodec.encode(node, "v1", OTHER).size(), "it leads elsewhere now");
  }

  @Test
  void keptBytesCountAsLongAsTheySayTheSame() {
    byte[] raw = bytes(PLAIN.replace("-0130", "-0000"));
    Node node = GitTagCodec.node(NODES, "v1", HASH, List.of(raw));
    Node changed = node.builder().metadata("message", Value.of("Other")).build();
    String written =
        new String(GitTagCodec.encode(changed, "v1", COMMIT).get(0), StandardCharsets.UTF_8);
    assertEquals(PLAIN.replace("-0130", "+0000").replace("First.\n\nMore.", "Other"), written);
    Node rubbish = node.builder().metadata("git-tag", Value.of(new byte[] {1})).build();
    assertEquals(
        PLAIN.replace("-0130", "+0000"),
        new String(GitTagCodec.encode(rubbish, "v1", COMMIT).get(0), StandardCharsets.UTF_8));
  }

  @Test
  void whatSaysNothingIsNoTag() {
    for (String raw : List.of("", "object x\ntype commit\n", "type commit\n", "object " + COMMIT)) {
      assertThrows(MalformedObjectException.class, () -> GitTagCodec.decode(bytes(raw)));
    }
    Node empty = NODES.builder(Kind.TAG).value(Value.of(HASH)).build();
    assertThrows(MalformedObjectException.class, () -> GitTagCodec.encode(empty, "v1", COMMIT));
  }

  private static String tagOf(GitId id, String type) {
    return PLAIN.replace(COMMIT.toString(), id.toString()).replace("type commit", "type " + type);
  }

  private static Node roundTrip(String raw) {
    Node node = GitTagCodec.node(NODES, "v1", HASH, List.of(bytes(raw)));
    List<byte[]> back = GitTagCodec.encode(node, "v1", COMMIT);
    assertEquals(1, back.size());
    assertEquals(raw, new String(back.get(0), StandardCharsets.UTF_8));
    return node;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
