package org.fxd.shell.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** Writes Git repositories, object by object, so that no test needs Git. */
final class GitRepositories {
  private final Path gitDir;
  private int minutes;

  private GitRepositories(Path gitDir) {
    this.gitDir = gitDir;
  }

  /**
   * A repository with three commits on {@code main}, a branch {@code v1} at the second and a tag
   * {@code v1.0} at the first.
   *
   * @return the ids of the three
   */
  static String[] write(Path gitDir) throws IOException {
    GitRepositories repository = create(gitDir);
    String first = repository.commit("first", "class A {\n  int a() { return 1; }\n}\n");
    String second = repository.commit("second", "class A {\n  int a() { return 2; }\n}\n", first);
    String third = repository.commit("third", "class A {\n  int a() { return 3; }\n}\n", second);
    repository.ref("refs/heads/main", third);
    repository.ref("refs/heads/v1", second);
    repository.ref("refs/tags/v1.0", first);
    return new String[] {first, second, third};
  }

  static GitRepositories create(Path gitDir) throws IOException {
    Files.createDirectories(gitDir.resolve("objects"));
    Files.createDirectories(gitDir.resolve("refs/heads"));
    Files.writeString(gitDir.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(gitDir.resolve("config"), "[core]\n\trepositoryformatversion = 0\n");
    return new GitRepositories(gitDir);
  }

  void ref(String name, String id) throws IOException {
    Path file = gitDir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, id + "\n");
  }

  /** A commit of a folder {@code src} with a file {@code A.java} of some text. */
  String commit(String message, String text, String... parents) throws IOException {
    SortedMap<String, String> inside = new TreeMap<>();
    inside.put("100644 A.java", object("blob", text.getBytes(UTF_8)));
    SortedMap<String, String> outside = new TreeMap<>();
    outside.put("40000 src", tree(inside));
    StringBuilder commit = new StringBuilder("tree " + tree(outside) + "\n");
    for (String parent : parents) {
      commit.append("parent ").append(parent).append('\n');
    }
    String who = "Grace <grace@example.org> " + (1_700_000_000 + 60 * minutes++) + " +0100\n";
    commit.append("author ").append(who).append("committer ").append(who);
    return object("commit", (commit + "\n" + message + "\n").getBytes(UTF_8));
  }

  private String tree(SortedMap<String, String> entries) throws IOException {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    entries.forEach(
        (entry, id) -> {
          tree.writeBytes((entry + "\0").getBytes(UTF_8));
          tree.writeBytes(HexFormat.of().parseHex(id));
        });
    return object("tree", tree.toByteArray());
  }

  private String object(String type, byte[] content) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes((type + " " + content.length + "\0").getBytes(UTF_8));
    whole.writeBytes(content);
    String id = HexFormat.of().formatHex(sha1().digest(whole.toByteArray()));
    Path file = gitDir.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
    Files.createDirectories(file.getParent());
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
      out.write(whole.toByteArray());
    }
    return id;
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
