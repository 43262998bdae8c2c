package org.fxd.git.jgit.object;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitLines.Line;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.history.api.Person;

/**
 * Between annotated tags of Git and nodes of kind {@code tag}. In Git a tag may lead to another
 * one; here it leads to the commit at the end, and the tags on the way there are kept as they are.
 */
public final class GitTagCodec {
  /**
   * The metadatum in which a tag of Git is kept that would be written otherwise. The tags that it
   * leads to are under the same key with {@code .1}, {@code .2} and so on behind it.
   */
  public static final String KEPT = "git-tag";

  private static final String MESSAGE = "message";
  private static final String TAGGER = "tagger";
  private static final String EMAIL = "email";
  private static final String TIME = "time";

  private GitTagCodec() {}

  /**
   * Reads a tag.
   *
   * @param raw any bytes
   * @throws MalformedObjectException if it does not begin with what it leads to
   */
  public static GitTag decode(byte[] raw) {
    GitLines parts = GitLines.of(raw);
    List<Line> lines = parts.lines();
    if (lines.size() < 2
        || !lines.get(0).key().equals("object")
        || !lines.get(1).key().equals("type")) {
      throw new MalformedObjectException("it does not begin with what it leads to");
    }
    GitId object =
        lines
            .get(0)
            .id()
            .orElseThrow(() -> new MalformedObjectException("what it leads to is no id"));
    String type = text(lines.get(1));
    GitIdent ident =
        parts
            .first(TAGGER)
            .map(line -> GitIdent.decode(line.content(), StandardCharsets.UTF_8))
            .orElse(GitIdent.UNKNOWN);
    String message = GitLines.withoutEnd(GitText.decode(parts.message(), StandardCharsets.UTF_8));
    return new GitTag(object, type, parts.first("tag").map(GitTagCodec::text), ident, message);
  }

  private static String text(Line line) {
    return GitText.decode(line.content(), StandardCharsets.UTF_8);
  }

  /**
   * The node of a tag.
   *
   * @param name the tag's name, without {@code refs/tags/}
   * @param commit what it leads to in the end, in the project
   * @param chain the tags of Git: the one with that name, the one that it leads to, and so on
   * @throws MalformedObjectException if one of them is malformed, or too large to be kept
   */
  public static Node node(Nodes nodes, String name, Hash commit, List<byte[]> chain) {
    GitTag tag = decode(chain.get(0));
    NodeBuilder node =
        nodes
            .builder(Kind.TAG)
            .value(Value.of(commit))
            .metadata(MESSAGE, Value.of(tag.message()))
            .metadata(TAGGER, Value.of(tag.ident().person().name()))
            .metadata(EMAIL, Value.of(tag.ident().person().email()))
            .metadata(TIME, Value.of(tag.ident().time().toString()));
    Optional<byte[]> written = written(node.build(), name, tag.object());
    boolean same = chain.size() == 1 && Arrays.equals(chain.get(0), written.orElse(null));
    if (!same) {
      for (int i = 0; i < chain.size(); i++) {
        byte[] raw = chain.get(i);
        if (raw.length > Limits.VALUE || i >= Limits.METADATA / 2) {
          throw new MalformedObjectException("it is larger than a tag may be");
        }
        node.metadata(key(i), Value.of(raw));
      }
    }
    return node.build();
  }

  private static String key(int number) {
    return number == 0 ? KEPT : KEPT + "." + number;
  }

  /**
   * The tags of Git that a node stands for: those that it came as, if they still say what it says,
   * else one that follows from it.
   *
   * @param name the tag's name, without {@code refs/tags/}
   * @param commit what it leads to, in Git
   * @return the one with that name, the one that it leads to, and so on
   * @throws MalformedObjectException if the node says too little to be a tag
   */
  public static List<byte[]> encode(Node tag, String name, GitId commit) {
    List<byte[]> chain = new ArrayList<>();
    while (tag.metadata(key(chain.size())) instanceof Value.Bytes bytes) {
      chain.add(bytes.bytes());
    }
    if (!chain.isEmpty() && says(chain, tag, commit)) {
      return chain;
    }
    return List.of(
        written(tag, name, commit)
            .orElseThrow(
                () -> new MalformedObjectException("it does not say who made it, or when")));
  }

  private static boolean says(List<byte[]> chain, Node tag, GitId commit) {
    try {
      for (int i = 0; i < chain.size(); i++) {
        boolean last = i == chain.size() - 1;
        GitTag said = decode(chain.get(i));
        GitId next = last ? commit : GitHasher.id(GitHasher.TAG, chain.get(i + 1));
        if (!said.object().equals(next)
            || !said.type().equals(last ? GitHasher.COMMIT : GitHasher.TAG)) {
          return false;
        }
      }
      GitTag said = decode(chain.get(0));
      return tag.metadata(MESSAGE).equals(Value.of(said.message()))
          && tag.metadata(TAGGER).equals(Value.of(said.ident().person().name()))
          && tag.metadata(EMAIL).equals(Value.of(said.ident().person().email()))
          && tag.metadata(TIME).equals(Value.of(said.ident().time().toString()));
    } catch (MalformedObjectException e) {
      // Someone put something else under that key: it says nothing, and a tag is written anew.
      return false;
    }
  }

  private static Optional<byte[]> written(Node tag, String name, GitId object) {
    Optional<String> message = tag.metadata(MESSAGE).asText();
    Optional<String> tagger = tag.metadata(TAGGER).asText();
    Optional<String> email = tag.metadata(EMAIL).asText();
    Optional<String> time = tag.metadata(TIME).asText();
    if (message.isEmpty() || tagger.isEmpty() || email.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    try {
      GitIdent ident =
          new GitIdent(new Person(tagger.get(), email.get()), OffsetDateTime.parse(time.get()));
      String text =
          "object " + object + "\ntype commit\ntag " + name + "\ntagger " + ident.text() + "\n\n";
      return GitText.encode(text + GitLines.ended(message.get()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
