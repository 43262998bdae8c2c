package org.fxd.git.jgit.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileMeta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitTreeCodecTest {
  private static final Nodes NODES = new GraphNodes();
  private static final GitId ID = GitId.parse("0123456789abcdef0123456789abcdef01234567");
  private static final GitId OTHER = GitId.parse("89abcdef0123456789abcdef0123456789abcdef");

  @Test
  void entriesStandInGitsOrderWithGitsModes() {
    byte[] raw =
        tree("100644 a-b", ID, "40000 a", ID, "100755 a.sh", OTHER, "120000 b", ID, "160000 c", ID);
    byte[] sorted =
        tree("100644 a-b", ID, "100755 a.sh", OTHER, "40000 a", ID, "120000 b", ID, "160000 c", ID);
    assertTrue(GitTreeCodec.isOdd(raw));
    assertFalse(GitTreeCodec.isOdd(sorted));
    assertRoundTrip(raw);
    assertRoundTrip(sorted);
  }

  @Test
  void oddTreesAreKept() {
    for (byte[] raw :
        List.of(
            tree("100664 a", ID),
            tree("040000 a", ID),
            tree("100775 a", ID),
            tree("100600 a", ID),
            tree("0 a", ID),
            tree("120777 a", ID),
            tree("100644 a", ID, "100644 a", OTHER),
            tree("100644 a", ID, "40000 a", OTHER),
            tree("100644 b", ID, "100644 a", OTHER),
            tree("40000 a", GitTreeCodec.EMPTY))) {
      assertTrue(GitTreeCodec.isOdd(raw));
      assertRoundTrip(raw);
    }
    assertFalse(GitTreeCodec.isOdd(new byte[0]));
    assertRoundTrip(new byte[0]);
  }

  @Test
  void unknownModesAreWhatGitTakesThemFor() {
    List<GitTreeEntry> entries =
        GitTreeCodec.parse(tree("100700 a", ID, "0 b", ID, "60644 c", ID, "120000 d", ID));
    assertEquals(
        List.of(Kind.FILE, Kind.GITLINK, Kind.GITLINK, Kind.SYMLINK),
        entries.stream().map(GitTreeEntry::kind).toList());
    assertTrue(entries.get(0).isExecutable());
  }

  @Test
  void aKeptTreeCountsAsLongAsItSaysTheSame() {
    byte[] raw = tree("100664 b", ID, "100644 a", OTHER, "40000 e", GitTreeCodec.EMPTY);
    Folder folder = folder(raw);
    assertArrayEquals(raw, folder.encoded());
    Node more = with(folder.node(), "new", NODES.builder(Kind.FOLDER).build());
    assertArrayEquals(raw, GitTreeCodec.encode(more, folder::idOf), "an empty folder is nothing");
    Node less = without(folder.node(), "e");
    Node renamed = with(without(folder.node(), "b"), "c", folder.node().child("b"));
    Node executable =
        with(
            without(folder.node(), "b"),
            "b",
            folder.node().child("b").builder().metadata(FileMeta.EXECUTABLE, yes()).build());
    Node inPlace = with(without(folder.node(), "b"), "b", NODES.builder(Kind.FOLDER).build());
    for (Node changed : List.of(less, renamed, executable, inPlace)) {
      byte[] encoded = GitTreeCodec.encode(changed, folder::idOf);
      assertFalse(GitTreeCodec.isOdd(encoded));
    }
    Node back = with(without(renamed, "c"), "b", folder.node().child("b"));
    assertArrayEquals(raw, GitTreeCodec.encode(back, folder::idOf));
  }

  @Test
  void whatSomeoneElsePutThereCountsForNothing() {
    Folder folder = folder(tree("100644 a", ID));
    Node changed =
        folder.node().builder().metadata(GitTreeCodec.KEPT, Value.of(new byte[] {1})).build();
    assertArrayEquals(folder.encoded(), GitTreeCodec.encode(changed, folder::idOf));
  }

  @Test
  void aLargeTreeIsKeptAsABlob() {
    byte[] raw = tree("100664 a", ID);
    Folder folder = folder(raw);
    Node kept = folder.node().builder().metadata(GitTreeCodec.KEPT, Value.of(Blob.of(raw))).build();
    assertArrayEquals(raw, GitTreeCodec.encode(kept, folder::idOf));
  }

  @Test
  void whatGitDoesNotHaveIsLeftOut() {
    Folder folder = folder(tree("100644 a", ID));
    Node more = with(folder.node(), "data", NODES.leaf(Kind.DATA, Value.of(1)));
    more = with(more, "empty", NODES.builder(Kind.FOLDER).build());
    assertArrayEquals(folder.encoded(), GitTreeCodec.encode(more, folder::idOf));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "/",
        ".git",
        ".GIT",
        ".Git ",
        ".git...",
        "git~1",
        "GIT~1.",
        ".git::$INDEX_ALLOCATION",
        ".g\u200cit",
        "\ufeff.git",
        ".git\\x",
        ".git:stream\n"
      })
  void namesThatLeadElsewhereAreRefused(String name) {
    assertTrue(GitNames.problem(Name.of(name)).isPresent());
    byte[] raw = tree("100644 " + name, ID);
    assertThrows(MalformedObjectException.class, () -> GitTreeCodec.parse(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "...",
        ".gitignore",
        ".git2",
        "git",
        "git~2",
        "a.git",
        ".gi",
        " ",
        "-",
        "a\\b",
        "\n",
        "con",
        ".git \u00e9"
      })
  void otherNamesAreNot(String name) {
    assertTrue(GitNames.problem(Name.of(name)).isEmpty());
    assertRoundTrip(tree("100644 " + name, ID));
  }

  @Test
  void namesMayBeAnyBytes() {
    byte[] raw = tree("100644 x", ID);
    raw["100644 ".length()] = (byte) 0xe9;
    assertRoundTrip(raw);
  }

  @Test
  void everyTruncationIsSeen() {
    byte[] raw = tree("100644 a", ID);
    for (int length = 1; length < raw.length; length++) {
      byte[] cut = Arrays.copyOf(raw, length);
      assertThrows(MalformedObjectException.class, () -> GitTreeCodec.parse(cut));
    }
    for (String hostile :
        List.of(" a", "8 a", "-1 a", "77777777777 a", "x", "1000 " + "a".repeat(5000))) {
      byte[] bytes = tree(hostile, ID);
      assertThrows(MalformedObjectException.class, () -> GitTreeCodec.parse(bytes));
    }
  }

  /** Makes the folder that an import makes, and writes it. */
  private static void assertRoundTrip(byte[] raw) {
    assertArrayEquals(raw, folder(raw).encoded());
  }

  private static Value yes() {
    return Value.of(true);
  }

  private static Node with(Node folder, String name, Node child) {
    NodeBuilder builder = folder.builder();
    builder.append(NodeId.random(), Name.of(name), child);
    return builder.build();
  }

  private static Node without(Node folder, String name) {
    NodeBuilder builder = folder.builder();
    assertTrue(builder.remove(Name.of(name)));
    return builder.build();
  }

  /** A folder made of a tree, each of its nodes different from the others. */
  record Folder(Node node, Map<Node, GitId> ids) {
    Optional<GitId> idOf(Node child) {
      Node plain = child.builder().metadata(FileMeta.EXECUTABLE, Value.NONE).build();
      return Optional.ofNullable(ids.get(plain));
    }

    byte[] encoded() {
      return GitTreeCodec.encode(node, this::idOf);
    }
  }

  static Folder folder(byte[] raw) {
    NodeBuilder folder = NODES.builder(Kind.FOLDER);
    Map<Node, GitId> ids = new HashMap<>();
    GitTreeCodec.effective(GitTreeCodec.parse(raw))
        .forEach(
            (name, entry) -> {
              boolean empty =
                  entry.kind().equals(Kind.FOLDER) && entry.id().equals(GitTreeCodec.EMPTY);
              Node child =
                  empty
                      ? NODES.builder(Kind.FOLDER).build()
                      : NODES.leaf(entry.kind(), Value.of(entry.id().bytes()));
              if (!empty) {
                ids.put(child, entry.id());
              }
              if (entry.isExecutable()) {
                child = child.builder().metadata(FileMeta.EXECUTABLE, yes()).build();
              }
              folder.append(NodeId.random(), name, child);
            });
    if (GitTreeCodec.isOdd(raw)) {
      folder.metadata(GitTreeCodec.KEPT, Value.of(raw));
    }
    return new Folder(folder.build(), ids);
  }

  static byte[] tree(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < parts.length; i += 2) {
      out.writeBytes(((String) parts[i]).getBytes(StandardCharsets.UTF_8));
      out.write(0);
      out.writeBytes(((GitId) parts[i + 1]).bytes());
    }
    return out.toByteArray();
  }
}
