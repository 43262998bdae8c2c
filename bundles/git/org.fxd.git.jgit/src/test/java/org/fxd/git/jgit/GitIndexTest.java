package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIndexTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  @BeforeEach
  void setUp() throws IOException {
    new GitFixture(Files.createDirectory(folder.resolve("home")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void readsWhatGitWrites(String version) throws IOException {
    try (Git git = GitFixture.init(folder)) {
      git.getRepository().getConfig().setString("index", null, "version", version);
      git.getRepository().getConfig().save();
      GitFixture.add(git, "aa", "a.b", "a/b/c.txt", "a/b/d.txt", "été/x", "z".repeat(300));
      GitFixture.addSubmodule(git, "lib/sub", COMMIT);
    }
    GitIndex index = GitIndex.read(folder.resolve(".git"), 20);
    for (String path : new String[] {"aa", "a.b", "a/b/c.txt", "a/b/d.txt", "z".repeat(300)}) {
      assertTrue(index.tracks(path), path);
    }
    assertTrue(index.tracks(GitFolder.raw("été/x".getBytes(StandardCharsets.UTF_8))));
    assertFalse(index.tracks("a/b"));
    assertTrue(index.tracksBelow("a"));
    assertTrue(index.tracksBelow("a/b"));
    assertFalse(index.tracksBelow("a/b/c.txt"));
    assertFalse(index.tracksBelow("li"));
    assertArrayEquals(HexFormat.of().parseHex(COMMIT), index.gitlink("lib/sub").orElseThrow());
    assertTrue(index.gitlink("aa").isEmpty());
  }

  @Test
  void noIndexTracksNothing() throws IOException {
    assertFalse(GitIndex.read(folder, 20).tracksBelow(""));
  }

  @Test
  void aSplitIndexIsReadWithItsSharedOne() throws IOException {
    byte[] shared = index(0, "kept", "replaced");
    byte[] id = new byte[20];
    new Random(1).nextBytes(id);
    Files.write(folder.resolve("sharedindex." + HexFormat.of().formatHex(id)), shared);
    ByteArrayOutputStream link = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(link);
    out.writeBytes("link");
    out.writeInt(20);
    out.write(id);
    byte[] own = index(link.size(), "own", "");
    System.arraycopy(link.toByteArray(), 0, own, own.length - 20 - link.size(), link.size());
    Files.write(folder.resolve("index"), own);

    GitIndex index = GitIndex.read(folder, 20);
    assertTrue(index.tracks("kept"));
    assertTrue(index.tracks("replaced"));
    assertTrue(index.tracks("own"));
    assertFalse(index.tracks(""));
  }

  @Test
  void damageIsAnErrorAndNothingElse() throws IOException {
    byte[] good = index(0, "some/path", "some/other", "third");
    Random random = new Random(7);
    for (int i = 0; i < 5000; i++) {
      byte[] bad = good.clone();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      bad = Arrays.copyOf(bad, random.nextInt(bad.length + 1));
      try {
        GitIndex.parse(folder, bad, 20);
      } catch (IOException e) {
        assertTrue(!Reasons.of(e).isBlank());
      }
    }
    Files.writeString(folder.resolve("index"), "this is a text and no index at all");
    assertEquals(
        "it is no index",
        assertThrows(IOException.class, () -> GitIndex.read(folder, 20)).getMessage());
  }

  /** An index of version 2, with room for extensions before its checksum. */
  private static byte[] index(int extensions, String... paths) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes("DIRC");
    out.writeInt(2);
    out.writeInt(paths.length);
    for (String path : paths) {
      out.write(new byte[24]);
      out.writeInt(0100644);
      out.write(new byte[12 + 20]);
      out.writeShort(path.length());
      out.writeBytes(path);
      out.write(new byte[8 - (62 + path.length()) % 8]);
    }
    out.write(new byte[extensions + 20]);
    return bytes.toByteArray();
  }
}
