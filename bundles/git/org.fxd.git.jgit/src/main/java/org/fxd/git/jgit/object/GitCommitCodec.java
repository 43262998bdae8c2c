package org.fxd.git.jgit.object;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitLines.Line;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.signature.Signature;

/** Between commits of Git and those of a project. */
public final class GitCommitCodec {
  /** The header in which a commit of Git is kept that would be written otherwise. */
  public static final String KEPT = "git-commit";

  /**
   * The key under which Git holds a signature of FXD. Under another than ours, so that a commit
   * that was derived from Git's does not come with a signature of the one that was exported.
   */
  static final String SIGNATURE = "fxd-signature";

  private static final String ENCODING = "encoding";
  private static final String AUTHOR = "author";
  private static final String COMMITTER = "committer";

  /** Keys that stand for something else in Git or here. */
  private static final Set<String> TAKEN =
      Set.of("tree", "parent", AUTHOR, COMMITTER, KEPT, Signature.HEADER);

  private GitCommitCodec() {}

  /**
   * Reads a commit.
   *
   * @param raw any bytes
   * @return what they say; encoded it gives the same bytes
   * @throws MalformedObjectException if it does not begin with its tree
   */
  public static GitCommit decode(byte[] raw) {
    GitCommit plain = plain(raw);
    Commit commit = plain.commit(Hash.ZERO, List.of());
    if (Arrays.equals(raw, written(commit, plain.tree(), plain.parents()))) {
      return plain;
    }
    List<Header> headers = new ArrayList<>(plain.headers());
    headers.add(new Header(KEPT, raw));
    return new GitCommit(
        plain.tree(),
        plain.parents(),
        plain.author(),
        plain.authored(),
        plain.committer(),
        plain.committed(),
        plain.message(),
        headers);
  }

  private static GitCommit plain(byte[] raw) {
    GitLines parts = GitLines.of(raw);
    List<Line> lines = parts.lines();
    if (lines.isEmpty() || !lines.get(0).key().equals("tree")) {
      throw new MalformedObjectException("it does not begin with its tree");
    }
    GitId tree = id(lines.get(0));
    List<GitId> parents = new ArrayList<>();
    int at = 1;
    while (at < lines.size() && lines.get(at).key().equals("parent")) {
      parents.add(id(lines.get(at++)));
    }
    List<Header> headers = new ArrayList<>();
    for (Line line : lines.subList(at, lines.size())) {
      if (!TAKEN.contains(line.key()) && isKey(line.key())) {
        headers.add(new Header(line.key(), line.content()));
      }
    }
    Charset charset = charset(headers);
    Optional<GitIdent> author = ident(parts, AUTHOR, charset);
    Optional<GitIdent> committer = ident(parts, COMMITTER, charset);
    GitIdent made = author.or(() -> committer).orElse(GitIdent.UNKNOWN);
    GitIdent put = committer.orElse(made);
    return new GitCommit(
        tree,
        parents,
        made.person(),
        made.time(),
        put.person(),
        put.time(),
        GitLines.withoutEnd(GitText.decode(parts.message(), charset)),
        headers);
  }

  private static GitId id(Line line) {
    return line.id()
        .orElseThrow(
            () -> new MalformedObjectException("what it has as its " + line.key() + " is no id"));
  }

  private static Optional<GitIdent> ident(GitLines parts, String key, Charset charset) {
    return parts.first(key).map(line -> GitIdent.decode(line.content(), charset));
  }

  /** What a header may be called: a word of printable ASCII. */
  private static boolean isKey(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** The encoding that the texts are in. Of one that is not known here, ASCII is. */
  private static Charset charset(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.key().equals(ENCODING))
        .findFirst()
        .map(header -> GitText.charset(header.text()).orElse(StandardCharsets.US_ASCII))
        .orElse(StandardCharsets.UTF_8);
  }

  /**
   * The bytes of a commit of Git: those that it came with, if they still say what the commit says,
   * else those that follow from it. A header that Git has no room for is left out.
   *
   * @param commit its id, root and parents are not looked at
   * @param tree what its {@code code} is in Git
   * @param parents what its parents are there
   */
  public static byte[] encode(Commit commit, GitId tree, List<GitId> parents) {
    return kept(commit, tree, parents).orElseGet(() -> written(commit, tree, parents));
  }

  private static Optional<byte[]> kept(Commit commit, GitId tree, List<GitId> parents) {
    List<Header> headers = commit.headers();
    if (headers.isEmpty() || !headers.get(headers.size() - 1).key().equals(KEPT)) {
      return Optional.empty();
    }
    byte[] raw = headers.get(headers.size() - 1).content();
    try {
      GitCommit said = decode(raw);
      boolean same = said.tree().equals(tree) && said.parents().equals(parents);
      return same && said.says(commit) ? Optional.of(raw) : Optional.empty();
    } catch (MalformedObjectException e) {
      // Someone put something else under that key: it says nothing, and a commit is written anew.
      return Optional.empty();
    }
  }

  private static byte[] written(Commit commit, GitId tree, List<GitId> parents) {
    Charset charset = charset(commit.headers());
    return written(commit, tree, parents, charset)
        .or(() -> written(commit, tree, parents, StandardCharsets.UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("a text holds half a character"));
  }

  /** Empty if the encoding does not have all that is to be said. */
  private static Optional<byte[]> written(
      Commit commit, GitId tree, List<GitId> parents, Charset charset) {
    Optional<byte[]> author =
        GitText.encode(new GitIdent(commit.author(), commit.authored()).text(), charset);
    Optional<byte[]> committer =
        GitText.encode(new GitIdent(commit.committer(), commit.committed()).text(), charset);
    Optional<byte[]> message = GitText.encode(GitLines.ended(commit.message()), charset);
    if (author.isEmpty() || committer.isEmpty() || message.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    line(out, "tree", ascii(tree.toString()));
    parents.forEach(parent -> line(out, "parent", ascii(parent.toString())));
    line(out, AUTHOR, author.get());
    line(out, COMMITTER, committer.get());
    boolean named = charset.equals(charset(commit.headers()));
    for (Header header : commit.headers()) {
      byte[] content = header.content();
      if (header.key().equals(Signature.HEADER)) {
        line(out, SIGNATURE, content);
      } else if (isWritten(header.key(), content) && (named || !header.key().equals(ENCODING))) {
        line(out, header.key(), content);
      }
    }
    out.write('\n');
    out.writeBytes(message.get());
    return Optional.of(out.toByteArray());
  }

  private static boolean isWritten(String key, byte[] content) {
    if (TAKEN.contains(key) || !isKey(key)) {
      return false;
    }
    for (byte octet : content) {
      if (octet == 0) {
        return false;
      }
    }
    return true;
  }

  private static void line(ByteArrayOutputStream out, String key, byte[] content) {
    out.writeBytes(ascii(key));
    out.write(' ');
    for (byte octet : content) {
      out.write(octet);
      if (octet == '\n') {
        out.write(' ');
      }
    }
    out.write('\n');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
