package org.fxd.git.jgit.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.core.GraphNodes;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Whatever Git's objects look like, they come back byte for byte. */
class CodecProperties {
  private static final Nodes NODES = new GraphNodes();
  private static final List<String> TIMES =
      List.of(
          "1700000000",
          "0",
          "-1",
          "2147483648",
          "4102444800",
          "253402300800",
          "01",
          "",
          "x",
          "99999999999999999999999",
          "-99999999999999999999999",
          "+5",
          "1.5");
  private static final List<String> ZONES =
      List.of(
          "+0000",
          "-0000",
          "+0200",
          "-0330",
          "+1400",
          "+051800",
          "+5",
          "0200",
          "",
          "+1801",
          "+0099",
          "utc",
          "-1800",
          "+99999999999");
  private static final List<String> KEYS =
      List.of(
          "gpgsig",
          "encoding",
          "mergetag",
          "HG:extra",
          "x",
          "git-commit",
          "fxdsig",
          "fxd-signature",
          "tree",
          "parent",
          "author",
          "",
          "gpgsig-sha256",
          "\u00e9");
  private static final List<String> ENCODINGS =
      List.of(
          "latin1", "UTF-8", "ISO-8859-15", "EUC-JP", "SHIFT-JIS", "koi8-r", "none", "", "utf-7");

  @Test
  void commitsComeBackAsTheyWere() {
    AtomicInteger kept = new AtomicInteger();
    Property.seeded(1)
        .runs(20_000)
        .check(
            choices -> {
              byte[] raw = commit(choices);
              choices.note(new String(raw, StandardCharsets.ISO_8859_1));
              if (assertCommit(raw)) {
                kept.incrementAndGet();
              }
            });
    assertTrue(kept.get() > 2_000 && kept.get() < 18_000, "both forms are met: " + kept);
  }

  @Test
  void commitsOfOursSayTheSameInGitAsFarAsGitCan() {
    Property.seeded(2)
        .runs(5_000)
        .check(
            choices -> {
              Person author = person(choices);
              Person committer = person(choices);
              Commit commit =
                  new Commit(
                      Hash.ZERO,
                      Hash.ZERO,
                      List.of(),
                      author,
                      time(choices),
                      committer,
                      time(choices),
                      choices.text(40),
                      List.of(Header.of("note", choices.text(5).replace("\0", ""))));
              GitId tree = GitTreeCodec.EMPTY;
              byte[] raw = GitCommitCodec.encode(commit, tree, List.of());
              GitCommit back = GitCommitCodec.decode(raw);
              assertFalse(back.isKept());
              assertTrue(back.says(commit));
            });
  }

  @Test
  void damagedCommitsComeBackOrAreRefused() {
    AtomicInteger taken = new AtomicInteger();
    Property.seeded(3)
        .runs(20_000)
        .check(
            choices -> {
              byte[] raw = damaged(choices, commit(choices));
              choices.note(new String(raw, StandardCharsets.ISO_8859_1));
              try {
                assertCommit(raw);
                taken.incrementAndGet();
              } catch (MalformedObjectException e) {
                assertFalse(e.getMessage().isBlank());
              }
            });
    assertTrue(taken.get() > 5_000, "the fuzz must reach beyond the checks; it did " + taken);
  }

  @Test
  void treesComeBackAsTheyWere() {
    AtomicInteger odd = new AtomicInteger();
    Property.seeded(4)
        .runs(10_000)
        .check(
            choices -> {
              byte[] raw = tree(choices);
              assertTree(raw);
              if (GitTreeCodec.isOdd(raw)) {
                odd.incrementAndGet();
              }
            });
    assertTrue(odd.get() > 1_000 && odd.get() < 9_000, "both forms are met: " + odd);
  }

  @Test
  void damagedTreesComeBackOrAreRefused() {
    AtomicInteger taken = new AtomicInteger();
    Property.seeded(5)
        .runs(20_000)
        .check(
            choices -> {
              byte[] raw = damaged(choices, tree(choices));
              try {
                assertTree(raw);
                taken.incrementAndGet();
              } catch (MalformedObjectException e) {
                assertFalse(e.getMessage().isBlank());
              }
            });
    assertTrue(taken.get() > 2_000, "the fuzz must reach beyond the checks; it did " + taken);
  }

  @Test
  void tagsComeBackAsTheyWere() {
    AtomicInteger taken = new AtomicInteger();
    Property.seeded(6)
        .runs(20_000)
        .check(
            choices -> {
              byte[] raw = tag(choices);
              if (choices.chance(50)) {
                raw = damaged(choices, raw);
              }
              choices.note(new String(raw, StandardCharsets.ISO_8859_1));
              try {
                GitTag tag = GitTagCodec.decode(raw);
                Node node = GitTagCodec.node(NODES, "v1", Hash.ZERO, List.of(raw));
                if (tag.type().equals("commit")) {
                  List<byte[]> back = GitTagCodec.encode(node, "v1", tag.object());
                  assertEquals(1, back.size());
                  assertArrayEquals(raw, back.get(0));
                  taken.incrementAndGet();
                }
              } catch (MalformedObjectException e) {
                assertFalse(e.getMessage().isBlank());
              }
            });
    assertTrue(taken.get() > 8_000, "the fuzz must reach beyond the checks; it did " + taken);
  }

  /** Checks that a commit goes back as it came; whether its bytes had to be kept. */
  private static boolean assertCommit(byte[] raw) {
    GitCommit git = GitCommitCodec.decode(raw);
    Commit commit = git.commit(Hash.ZERO, List.of());
    assertArrayEquals(raw, GitCommitCodec.encode(commit, git.tree(), git.parents()));
    for (String text : List.of(commit.message(), commit.author().name(), commit.author().email())) {
      assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text), "it is a text");
    }
    return git.isKept();
  }

  private static void assertTree(byte[] raw) {
    assertArrayEquals(raw, GitTreeCodecTest.folder(raw).encoded());
  }

  private static byte[] commit(Choices choices) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "tree " + id(choices) + "\n");
    for (int left = choices.below(4); left > 0; left--) {
      put(out, "parent " + id(choices) + "\n");
    }
    boolean odd = choices.chance(40);
    if (!odd || choices.chance(90)) {
      put(out, "author ");
      ident(choices, out, odd);
      put(out, "\n");
    }
    if (!odd || choices.chance(90)) {
      put(out, "committer ");
      ident(choices, out, odd);
      put(out, "\n");
    }
    for (int left = choices.below(3); left > 0; left--) {
      header(choices, out, odd);
    }
    if (!odd || choices.chance(90)) {
      put(out, "\n");
    }
    text(choices, out, 30, odd);
    if (!odd || choices.chance(80)) {
      put(out, "\n");
    }
    return out.toByteArray();
  }

  private static byte[] tag(Choices choices) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean odd = choices.chance(40);
    put(out, "object " + id(choices) + "\n");
    put(out, "type " + (odd && choices.chance(10) ? "tree" : "commit") + "\n");
    if (!odd || choices.chance(90)) {
      put(out, "tag " + (odd && choices.chance(20) ? "other" : "v1") + "\n");
    }
    if (!odd || choices.chance(80)) {
      put(out, "tagger ");
      ident(choices, out, odd);
      put(out, "\n");
    }
    if (odd && choices.chance(20)) {
      header(choices, out, true);
    }
    put(out, "\n");
    text(choices, out, 30, odd);
    put(out, odd && choices.chance(30) ? "" : "\n");
    return out.toByteArray();
  }

  private static void ident(Choices choices, ByteArrayOutputStream out, boolean odd) {
    if (!odd) {
      put(out, person(choices).name());
      put(out, " <" + choices.pick(List.of("a@b.org", "")) + "> ");
      put(out, choices.below(Integer.MAX_VALUE) + choices.pick(List.of("", "0")) + " ");
      put(out, choices.pick(List.of("+0000", "+0200", "-0330", "+1345")));
      return;
    }
    if (choices.chance(80)) {
      text(choices, out, 8, true);
      put(out, choices.pick(List.of(" <", "<", " ", "  <", " <<")));
      text(choices, out, 8, true);
      put(out, choices.pick(List.of("> ", ">", "", ">> ", ">  ")));
    }
    put(out, choices.pick(TIMES) + choices.pick(List.of(" ", "", "  ")) + choices.pick(ZONES));
  }

  private static void header(Choices choices, ByteArrayOutputStream out, boolean odd) {
    String key = odd ? choices.pick(KEYS) : choices.pick(KEYS.subList(0, 5));
    put(out, key + (odd && choices.chance(10) ? "" : " "));
    if (key.equals("encoding")) {
      put(out, odd ? choices.pick(ENCODINGS) : "UTF-8");
    } else if (key.equals("parent")) {
      // Without an author before it, it is one.
      put(out, id(choices));
    } else {
      for (int left = choices.below(3); left >= 0; left--) {
        put(out, choices.text(12).replace("\n", "\n ").replace("\0", odd ? "\0" : ""));
        put(out, left > 0 ? "\n " : "");
      }
    }
    put(out, "\n");
  }

  /** A text, or bytes that are none. */
  private static void text(Choices choices, ByteArrayOutputStream out, int most, boolean odd) {
    if (odd && choices.chance(30)) {
      out.writeBytes(choices.bytes(most));
    } else {
      put(out, choices.text(most));
    }
  }

  private static byte[] tree(Choices choices) {
    boolean odd = choices.chance(40);
    List<GitTreeEntry> entries = new ArrayList<>();
    for (int left = choices.below(8); left > 0; left--) {
      String mode =
          choices.pick(
              odd
                  ? List.of("100644", "40000", "100664", "040000", "100755", "120777", "0", "644")
                  : List.of("100644", "40000", "100755", "120000", "160000"));
      String name = choices.pick(List.of("a", "b", "a.b", "a-b", "ab", "A", "\u00e9", "a b", "c"));
      GitId id = choices.chance(3) && odd ? GitTreeCodec.EMPTY : GitId.parse(id(choices));
      entries.add(new GitTreeEntry(mode, Name.of(name), id));
    }
    if (!odd) {
      return GitTreeCodec.written(GitTreeCodec.effective(entries).values());
    }
    Object[] parts = new Object[entries.size() * 2];
    for (int i = 0; i < entries.size(); i++) {
      parts[2 * i] = entries.get(i).mode() + " " + entries.get(i).name();
      parts[2 * i + 1] = entries.get(i).id();
    }
    return GitTreeCodecTest.tree(parts);
  }

  private static byte[] damaged(Choices choices, byte[] raw) {
    byte[] damaged = raw.clone();
    for (int left = choices.below(4); left > 0 && damaged.length > 0; left--) {
      int at = choices.below(damaged.length);
      switch (choices.below(4)) {
        case 0 -> damaged[at] = (byte) choices.below(256);
        case 1 -> damaged[at] = (byte) choices.pick(List.of('\n', ' ', '<', '>', '\0')).charValue();
        case 2 -> damaged = without(damaged, at, Math.min(damaged.length, at + choices.below(6)));
        default -> {
          if (choices.chance(30)) {
            damaged = Arrays.copyOf(damaged, at);
          } else {
            damaged = without(damaged, at, at + 1);
          }
        }
      }
    }
    return damaged;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] less = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, less, from, bytes.length - to);
    return less;
  }

  private static Person person(Choices choices) {
    return new Person(
        choices.pick(List.of("Ada", "A B", " x", "J\u00e9r\u00f4me", "\u6f22 ", "\ud83d\ude00")),
        choices.pick(List.of("a@b.org", "", " ", "\u00e9")));
  }

  private static OffsetDateTime time(Choices choices) {
    long seconds = Math.floorMod(choices.number(), 253_402_214_399L);
    int minutes = choices.between(0, 36 * 60) - 18 * 60;
    return OffsetDateTime.ofInstant(
        Instant.ofEpochSecond(seconds), ZoneOffset.ofTotalSeconds(minutes * 60));
  }

  private static String id(Choices choices) {
    return GitHasher.id("blob", new byte[] {(byte) choices.below(5)}).toString();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
