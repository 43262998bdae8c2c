package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.junit.jupiter.api.Test;

class CommitCodecTest {
  private static final Person ADA = new Person("Ada Lovelace", "ada@example.org");
  private static final OffsetDateTime NOON =
      OffsetDateTime.of(2026, 1, 2, 12, 0, 0, 0, ZoneOffset.ofHours(-5));

  @Test
  void everyByteIsWhereTheDocumentSays() {
    Commit commit =
        new Commit(Hash.ZERO, Hash.ZERO, List.of(), new Person("A", ""), NOON, ADA, NOON, "why");
    byte[] encoded = CommitCodec.encode(new StoredCommit(commit, 1));
    String seconds = "a0e6bf950d";
    String zone = "9f9902";
    assertEquals(
        "0301"
            + "00".repeat(32)
            + "01"
            + "00"
            + "0141"
            + "00"
            + seconds
            + zone
            + "0c"
            + hex("Ada Lovelace")
            + "0f"
            + hex("ada@example.org")
            + seconds
            + zone
            + "03"
            + hex("why")
            + "00",
        HexFormat.of().formatHex(encoded));
  }

  @Test
  void readsWhatItWrote() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      StoredCommit stored = any(random);
      byte[] encoded = CommitCodec.encode(stored);
      StoredCommit read = CommitCodec.decode(encoded);
      assertEquals(Hash.ofContent(encoded), read.commit().id());
      assertEquals(stored.generation(), read.generation());
      assertEquals(withId(stored.commit(), read.commit().id()), read.commit());
      assertArrayEquals(encoded, CommitCodec.encode(read));
    }
  }

  @Test
  void headersArePartOfTheIdAndKept() {
    Commit commit = commit("one", List.of());
    byte[] plain = CommitCodec.encode(new StoredCommit(commit, 1));
    List<Header> headers =
        List.of(
            new Header("signature", new byte[] {1, 2}),
            new Header("mergetag", new byte[0]),
            new Header("mergetag", new byte[] {3}));
    byte[] signed = CommitCodec.encode(new StoredCommit(withHeaders(commit, headers), 1));
    assertNotEquals(Hash.ofContent(plain), Hash.ofContent(signed));
    assertEquals(headers, CommitCodec.decode(signed).commit().headers());
  }

  @Test
  void whateverItTakesItWritesAgain() {
    Random random = new Random(2);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] hostile = CommitCodec.encode(any(random));
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        hostile[2 + random.nextInt(hostile.length - 2)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        hostile = Arrays.copyOf(hostile, random.nextInt(hostile.length + 20));
      }
      try {
        assertArrayEquals(hostile, CommitCodec.encode(CommitCodec.decode(hostile)));
        taken++;
      } catch (IllegalArgumentException e) {
        assertTrue(e.getMessage() != null && !e.getMessage().isBlank());
      }
    }
    assertTrue(taken > 1000, "the fuzz must reach beyond the checks; it did " + taken + " times");
  }

  @Test
  void refusesEveryTruncation() {
    byte[] encoded = CommitCodec.encode(any(new Random(3)));
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThrows(IllegalArgumentException.class, () -> CommitCodec.decode(cut));
    }
  }

  @Test
  void refusesWhatIsNotCanonical() {
    byte[] good = CommitCodec.encode(new StoredCommit(commit("m", List.of()), 1));
    refused("no commit", changed(good, 0, 1));
    refused("later version", changed(good, 1, 2));
    refused("generation 2 without parents", changed(good, 34, 2));
    refused("generation 0", changed(good, 34, 0));
    refused("a trailing byte", Arrays.copyOf(good, good.length + 1));
    refused("a number longer than needed", spliced(good, 34, 0x81, 0x00));
    refused("a count beyond the end", spliced(good, 35, 0xff, 0xff, 0xff, 0xff, 0x0f));
    refused("a negative count", spliced(good, 35, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1));
    refused("more than 64 bits", spliced(good, 35, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2));
    refused("a name with a bracket", changed(good, 37, '<'));
    refused("a name that is no text", changed(good, 37, 0xff));
  }

  @Test
  void refusesToWriteWhatCannotBeRead() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CommitCodec.encode(new StoredCommit(commit("\ud800", List.of()), 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> CommitCodec.encode(new StoredCommit(commit("m", List.of()), 7)));
    Commit fraction =
        new Commit(
            Hash.ZERO, Hash.ZERO, List.of(), ADA, NOON.withNano(1), ADA, NOON, "with a fraction");
    assertThrows(
        IllegalArgumentException.class, () -> CommitCodec.encode(new StoredCommit(fraction, 1)));
  }

  private static void refused(String what, byte[] encoded) {
    assertThrows(IllegalArgumentException.class, () -> CommitCodec.decode(encoded), what);
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return copy;
  }

  /** The bytes with the one at an offset replaced by several. */
  private static byte[] spliced(byte[] bytes, int at, int... values) {
    byte[] copy = new byte[bytes.length + values.length - 1];
    System.arraycopy(bytes, 0, copy, 0, at);
    for (int i = 0; i < values.length; i++) {
      copy[at + i] = (byte) values[i];
    }
    System.arraycopy(bytes, at + 1, copy, at + values.length, bytes.length - at - 1);
    return copy;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Commit commit(String message, List<Hash> parents) {
    return new Commit(Hash.ZERO, Hash.ZERO, parents, ADA, NOON, ADA, NOON, message);
  }

  private static Commit withId(Commit c, Hash id) {
    return new Commit(
        id,
        c.root(),
        c.parents(),
        c.author(),
        c.authored(),
        c.committer(),
        c.committed(),
        c.message(),
        c.headers());
  }

  private static Commit withHeaders(Commit c, List<Header> headers) {
    return new Commit(
        c.id(),
        c.root(),
        c.parents(),
        c.author(),
        c.authored(),
        c.committer(),
        c.committed(),
        c.message(),
        headers);
  }

  private static StoredCommit any(Random random) {
    List<Hash> parents = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      parents.add(hash(random));
    }
    List<Header> headers = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      byte[] content = new byte[random.nextInt(300)];
      random.nextBytes(content);
      headers.add(new Header("key" + random.nextInt(3), content));
    }
    Commit commit =
        new Commit(
            Hash.ZERO,
            hash(random),
            parents,
            person(random),
            time(random),
            person(random),
            time(random),
            text(random, 200),
            headers);
    long generation = parents.isEmpty() ? 1 : 2 + (random.nextLong() >>> random.nextInt(1, 62)) / 2;
    return new StoredCommit(commit, generation);
  }

  private static Hash hash(Random random) {
    byte[] bytes = new byte[Hash.LENGTH];
    random.nextBytes(bytes);
    return Hash.of(bytes);
  }

  private static Person person(Random random) {
    return new Person("x" + text(random, 20), text(random, 20));
  }

  private static OffsetDateTime time(Random random) {
    return OffsetDateTime.ofInstant(
        Instant.ofEpochSecond(random.nextLong(-1L << 36, 1L << 36)),
        ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 3600, 18 * 3600 + 1)));
  }

  private static String text(Random random, int longest) {
    String alphabet = "abc déß漢字😀\t-_.";
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(longest + 1); n > 0; n--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
