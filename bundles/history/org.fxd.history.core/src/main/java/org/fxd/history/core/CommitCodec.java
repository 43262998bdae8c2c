package org.fxd.history.core;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.fxd.store.api.ObjectType;

/**
 * The canonical encoding of commits, described byte by byte in {@code docs/format/commits.md}.
 *
 * <p>There is exactly one encoding of a commit, and {@link #decode} accepts nothing else: whatever
 * it takes, {@link #encode} writes again to the same bytes.
 */
final class CommitCodec {
  static final byte VERSION = 1;

  private CommitCodec() {}

  /**
   * The commit's bytes. Its {@code id} is not part of them.
   *
   * @throws IllegalArgumentException if a text has no UTF-8 form, a time has a fraction of a second
   *     or the generation contradicts the parents
   */
  static byte[] encode(StoredCommit stored) {
    Commit commit = stored.commit();
    checkGeneration(stored.generation(), commit.parents().size());
    Encoder out = new Encoder();
    out.raw(new byte[] {ObjectType.COMMIT.code(), VERSION});
    out.raw(commit.root().bytes());
    out.number(stored.generation());
    out.number(commit.parents().size());
    for (Hash parent : commit.parents()) {
      out.raw(parent.bytes());
    }
    person(out, commit.author(), commit.authored());
    person(out, commit.committer(), commit.committed());
    out.run(utf8(commit.message()));
    out.number(commit.headers().size());
    for (Header header : commit.headers()) {
      out.run(utf8(header.key()));
      out.run(header.content());
    }
    return out.bytes();
  }

  /**
   * Reads a commit.
   *
   * @param encoded any bytes; the id is their hash
   * @throws IllegalArgumentException if they are not the encoding of a commit; says why
   */
  static StoredCommit decode(byte[] encoded) {
    Decoder in = new Decoder(encoded);
    if (in.octet() != ObjectType.COMMIT.code()) {
      throw new IllegalArgumentException("it is another sort of object");
    }
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalArgumentException("its version " + version + " is not known");
    }
    Hash root = in.hash();
    long generation = in.number();
    int count = in.count(Hash.LENGTH);
    Hash[] parents = new Hash[count];
    for (int i = 0; i < count; i++) {
      parents[i] = in.hash();
    }
    checkGeneration(generation, count);
    Person author = in.person();
    OffsetDateTime authored = in.time();
    Person committer = in.person();
    OffsetDateTime committed = in.time();
    String message = in.text();
    Header[] headers = new Header[in.count(2)];
    for (int i = 0; i < headers.length; i++) {
      String key = in.text();
      headers[i] = new Header(key, in.run());
    }
    in.end();
    Commit commit =
        new Commit(
            Hash.ofContent(encoded),
            root,
            List.of(parents),
            author,
            authored,
            committer,
            committed,
            message,
            List.of(headers));
    return new StoredCommit(commit, generation);
  }

  private static void checkGeneration(long generation, int parents) {
    if (generation < 1 || (generation == 1) != (parents == 0)) {
      throw new IllegalArgumentException(
          "generation " + generation + " does not go with " + parents + " parents");
    }
  }

  private static void person(Encoder out, Person person, OffsetDateTime time) {
    if (time.getNano() != 0) {
      throw new IllegalArgumentException("times are whole seconds, not " + time);
    }
    out.run(utf8(person.name()));
    out.run(utf8(person.email()));
    out.signed(time.toEpochSecond());
    out.signed(time.getOffset().getTotalSeconds());
  }

  /**
   * A text's UTF-8 form.
   *
   * @throws IllegalArgumentException if it has none, because of half a surrogate pair
   */
  static byte[] utf8(String text) {
    try {
      var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text holds half a character", e);
    }
  }

  /** A time as commits keep it. */
  static OffsetDateTime wholeSeconds(OffsetDateTime time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
