package org.fxd.git.jgit.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitCommitCodecTest {
  private static final GitId TREE = GitTreeCodec.EMPTY;
  private static final GitId PARENT = GitId.parse("0123456789abcdef0123456789abcdef01234567");
  private static final String HEAD =
      "tree " + TREE + "\nparent " + PARENT + "\nauthor Ada <ada@x.org> 1700000000 +0130\n";
  private static final String COMMITTER = "committer Bob <bob@x.org> 1700000001 -0330\n";
  private static final String PLAIN = HEAD + COMMITTER + "\nWhy.\n\nBecause.\n";

  @Test
  void aCommitOfGitIsWhatItSays() {
    GitCommit commit = decoded(PLAIN);
    assertFalse(commit.isKept());
    assertEquals(TREE, commit.tree());
    assertEquals(List.of(PARENT), commit.parents());
    assertEquals(new Person("Ada", "ada@x.org"), commit.author());
    assertEquals(OffsetDateTime.parse("2023-11-14T23:43:20+01:30"), commit.authored());
    assertEquals(new Person("Bob", "bob@x.org"), commit.committer());
    assertEquals(OffsetDateTime.parse("2023-11-14T18:43:21-03:30"), commit.committed());
    assertEquals("Why.\n\nBecause.", commit.message());
    assertEquals(List.of(), commit.headers());
  }

  @Test
  void headersStandInOrderWithTheirLines() {
    GitCommit commit =
        decoded(
            HEAD
                + COMMITTER
                + "mergetag object 1\n type commit\n \n x\ngpgsig -----BEGIN\n \n a=\n -----END\n \n"
                + "mergetag b\nHG:extra x y\n\nm\n");
    assertFalse(commit.isKept());
    assertEquals(
        List.of(
            Header.of("mergetag", "object 1\ntype commit\n\nx"),
            Header.of("gpgsig", "-----BEGIN\n\na=\n-----END\n"),
            Header.of("mergetag", "b"),
            Header.of("HG:extra", "x y")),
        commit.headers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEAD_ONLY + "\nno line feed at the end",
        HEAD_ONLY + "\n\n",
        HEAD_ONLY,
        "author A <a> 1 -0000\ncommitter A <a> 1 +0000\n\nm\n",
        "author A <a> 1 +051800\ncommitter A <a> 1 +5\n\nm\n",
        "author A <a> 01 +0000\ncommitter A <a> 1\n\nm\n",
        "author A <a> 99999999999999999999 +0000\ncommitter A <a> -7 +0000\n\nm\n",
        "author <a> 1 +0000\ncommitter  <> 1 +0000\n\nm\n",
        "author A a 1 +0000\ncommitter A <a 1 +0000\n\nm\n",
        "author A> <b<c>> 1 +0000\ncommitter A\r <a> 1 +0000\n\nm\n",
        "author A <a> 1 +0000\nauthor B <b> 1 +0000\ncommitter A <a> 1 +0000\n\nm\n",
        "committer A <a> 1 +0000\n\nm\n",
        "\nm\n",
        "",
        "author A <a> 1 +0000\ncommitter A <a> 1 +0000\nalone\n\nm\n",
        "author A <a> 1 +0000\ncommitter A <a> 1 +0000\ngit-commit x\n\nm\n",
        "author A <a> 1 +0000\ncommitter A <a> 1 +0000\nfxdsig x\n\nm\n",
        "author A <a> 1 +0000\ncommitter A <a> 1 +0000\nx a\0b\n\nm\n",
        "author A <a> 1 +0000\n x\ncommitter A <a> 1 +0000\n\nm\n",
        " x\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nm\n",
        "author A <a> 1 +0000\ncommitter A <a> 1 +0000\nencoding nonsense\n\n\u00e9\n",
      })
  void whatIsOddIsKept(String rest) {
    GitCommit commit = decoded("tree " + TREE + "\n" + rest);
    assertTrue(commit.isKept());
    assertEquals(1, commit.headers().stream().filter(h -> h.key().equals("git-commit")).count());
    assertTrue(commit.headers().stream().noneMatch(h -> h.key().equals("fxdsig")));
  }

  private static final String HEAD_ONLY = "author A <a> 1 +0000\ncommitter A <a> 1 +0000\n";

  @Test
  void textsAreReadInTheirEncoding() {
    for (String name : List.of("ISO-8859-1", "latin1", "iso8859-1", "CP1252")) {
      String raw = PLAIN.replace("Ada", "J\u00e9r\u00f4me").replace("Why", "\u00dcber");
      raw = raw.replace(COMMITTER, COMMITTER + "encoding " + name + "\n");
      GitCommit commit = decoded(raw, StandardCharsets.ISO_8859_1);
      assertFalse(commit.isKept(), name);
      assertEquals("J\u00e9r\u00f4me", commit.author().name());
      assertEquals("\u00dcber.\n\nBecause.", commit.message());
    }
    String japanese = PLAIN.replace("Why", "\u6f22\u5b57");
    japanese = japanese.replace(COMMITTER, COMMITTER + "encoding EUC-JP\n");
    assertEquals(
        "\u6f22\u5b57.\n\nBecause.", decoded(japanese, Charset.forName("EUC-JP")).message());
  }

  @Test
  void bytesThatAreNoTextAreShownSomehowAndKept() {
    GitCommit commit = decoded(PLAIN.replace("Why", "\u00fcber"), StandardCharsets.ISO_8859_1);
    assertEquals("\u00fcber.\n\nBecause.", commit.message());
    assertTrue(commit.isKept());
  }

  @Test
  void anEncodingThatLacksACharacterIsLeftOut() {
    Commit commit = commit("\u6f22", List.of(Header.of("encoding", "latin1"), Header.of("x", "y")));
    assertEquals(
        "tree "
            + TREE
            + "\nauthor Ada <> 1700000000 +0130\ncommitter Ada <> 1700000000 +0130\nx y\n\n\u6f22\n",
        new String(GitCommitCodec.encode(commit, TREE, List.of()), StandardCharsets.UTF_8));
  }

  @Test
  void keptBytesCountAsLongAsTheySayTheSame() {
    byte[] raw = (PLAIN + "no line feed").getBytes(StandardCharsets.UTF_8);
    GitCommit git = GitCommitCodec.decode(raw);
    Commit commit = git.commit(Hash.ZERO, List.of(Hash.ZERO));
    assertArrayEquals(raw, GitCommitCodec.encode(commit, TREE, List.of(PARENT)));
    GitId other = GitHasher.id(GitHasher.TREE, new byte[] {1});
    for (byte[] changed :
        List.of(
            GitCommitCodec.encode(commit, other, List.of(PARENT)),
            GitCommitCodec.encode(commit, TREE, List.of()),
            GitCommitCodec.encode(commit("another", git.headers()), TREE, List.of(PARENT)))) {
      assertFalse(new String(changed, StandardCharsets.UTF_8).contains("git-commit"));
      assertFalse(GitCommitCodec.decode(changed).isKept());
    }
  }

  @Test
  void whatSomeoneElsePutIntoTheHeaderCountsForNothing() {
    Commit commit = commit("m", List.of(Header.of("git-commit", "rubbish")));
    byte[] raw = GitCommitCodec.encode(commit, TREE, List.of());
    assertArrayEquals(GitCommitCodec.encode(commit("m", List.of()), TREE, List.of()), raw);
  }

  @Test
  void aSignatureOfOursHasAnotherNameInGit() {
    Commit commit = commit("m", List.of(Header.of("fxdsig", "ed25519 0 A")));
    GitCommit back = GitCommitCodec.decode(GitCommitCodec.encode(commit, TREE, List.of()));
    assertEquals(List.of(Header.of("fxd-signature", "ed25519 0 A")), back.headers());
  }

  @Test
  void messagesComeBackAsTheyWere() {
    for (String message : List.of("", "m", "m\n", "\n", "\n\nm\n\n", "a\n\nb", "\0", "\r\n")) {
      byte[] raw = GitCommitCodec.encode(commit(message, List.of()), TREE, List.of());
      assertEquals(message, GitCommitCodec.decode(raw).message());
      assertFalse(GitCommitCodec.decode(raw).isKept());
    }
  }

  @Test
  void aTimeThatGitCannotTellIsTheNearest() {
    Commit commit = commit("m", List.of());
    Commit early =
        new Commit(
            Hash.ZERO,
            Hash.ZERO,
            List.of(),
            commit.author(),
            OffsetDateTime.parse("1969-12-31T23:00:00-18:00"),
            commit.committer(),
            OffsetDateTime.parse("1940-01-01T00:00:00+00:19:32"),
            "m");
    String raw = new String(GitCommitCodec.encode(early, TREE, List.of()), StandardCharsets.UTF_8);
    assertTrue(raw.contains("author Ada <> 61200 -1800\ncommitter Ada <> 0 +0019\n"), raw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "tree x\n",
        "author A <a> 1 +0000\n",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee490",
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nparent y\n",
      })
  void aCommitWithoutATreeIsNone(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    assertThrows(MalformedObjectException.class, () -> GitCommitCodec.decode(bytes));
  }

  private static Commit commit(String message, List<Header> headers) {
    Person ada = new Person("Ada", "");
    OffsetDateTime time = OffsetDateTime.parse("2023-11-14T23:43:20+01:30");
    return new Commit(
        Hash.ZERO, Hash.ZERO, List.of(), ada, time, ada, time, message, new ArrayList<>(headers));
  }

  private static GitCommit decoded(String raw) {
    return decoded(raw, StandardCharsets.UTF_8);
  }

  /** Also checks that it goes back as it came. */
  private static GitCommit decoded(String raw, Charset charset) {
    byte[] bytes = raw.getBytes(charset);
    GitCommit commit = GitCommitCodec.decode(bytes);
    assertArrayEquals(
        bytes,
        GitCommitCodec.encode(
            commit.commit(Hash.ZERO, List.of()), commit.tree(), commit.parents()));
    return commit;
  }
}
