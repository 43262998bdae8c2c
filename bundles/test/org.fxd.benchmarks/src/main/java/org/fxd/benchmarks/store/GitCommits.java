package org.fxd.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.fxd.graph.api.Hash;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.store.api.ObjectType;

/** Writes commits as docs/format/commits.md has them. */
final class GitCommits {
  private static final List<String> KNOWN = List.of("tree ", "parent ", "author ", "committer ");

  private GitCommits() {}

  /**
   * The bytes of a commit.
   *
   * @param root the hash of the project's root
   */
  static byte[] encode(RevCommit commit, Hash root, long generation, List<Hash> parents) {
    ByteWriter out = new ByteWriter(512);
    out.octet(ObjectType.COMMIT.code()).octet(1);
    out.hash(root).varint(generation).varint(parents.size());
    parents.forEach(out::hash);
    person(out, commit.getAuthorIdent());
    person(out, commit.getCommitterIdent());
    out.text(commit.getFullMessage());
    List<String[]> fields = fields(commit);
    out.varint(fields.size());
    for (String[] field : fields) {
      out.text(field[0]).block(field[1].getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toBytes();
  }

  private static void person(ByteWriter out, PersonIdent person) {
    String name = allowed(person.getName());
    out.text(name.isBlank() ? "unknown" : name).text(allowed(person.getEmailAddress()));
    signed(out, person.getWhenAsInstant().getEpochSecond());
    signed(out, person.getZoneOffset().getTotalSeconds());
  }

  /** Git has let through what a commit here may not have. */
  private static String allowed(String text) {
    return text.replaceAll("[<>\\n\\r\\x00]", "");
  }

  private static void signed(ByteWriter out, long number) {
    out.varint(number << 1 ^ number >> 63);
  }

  /** Headers that have no place of their own: signatures, most of all. */
  private static List<String[]> fields(RevCommit commit) {
    List<String[]> fields = new ArrayList<>();
    String raw = new String(commit.getRawBuffer(), StandardCharsets.ISO_8859_1);
    for (String line : raw.substring(0, raw.indexOf("\n\n") + 1).split("\n")) {
      if (line.startsWith(" ") && !fields.isEmpty()) {
        fields.get(fields.size() - 1)[1] += "\n" + line.substring(1);
      } else if (KNOWN.stream().noneMatch(line::startsWith) && line.indexOf(' ') > 0) {
        int space = line.indexOf(' ');
        fields.add(new String[] {line.substring(0, space), line.substring(space + 1)});
      }
    }
    return fields;
  }
}
