package org.fxd.source.core.board;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Sources;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.core.text.TextRule;

/** Reads nodes as members of a view. */
final class MemberReader {
  /** A version with more digits is no count. */
  private static final BigDecimal MAX_VERSION = new BigDecimal("999999999999999999");

  private final Sources sources;

  MemberReader(Sources sources) {
    this.sources = sources;
  }

  /** The node as a member; empty if it has no text of its own, or its text is not UTF-8. */
  Optional<Member> read(Match match) {
    return text(match).map(text -> member(match, new Body(text)));
  }

  private Member member(Match match, Body body) {
    Node node = match.node();
    Optional<Match> file = match.nearest(Kind.FILE);
    String lang = text(node, "lang").or(() -> file.map(this::language)).orElse("");
    String path = text(node, "file").or(() -> file.map(MemberReader::path)).orElse("");
    Marked marked =
        new Marked(
            text(node, "id").orElse(match.id().toString()),
            lang,
            path,
            Checksum.of(body.text()),
            number(node.metadata("order")),
            version(node).orElse(1L),
            body.text());
    return new Member(match, marked, body);
  }

  private String language(Match file) {
    return text(file.node(), "lang").orElseGet(() -> sources.language(file.name()));
  }

  private static String path(Match file) {
    List<Name> names = new ArrayList<>();
    file.way().forEach(step -> names.add(step.name()));
    return new FilePath(names.subList(1, names.size())).toString();
  }

  private static Optional<String> text(Node node, String key) {
    return node.metadata(key).asText().filter(text -> !text.isEmpty());
  }

  private static Optional<BigDecimal> number(Value value) {
    return value.asNumber();
  }

  /** The version that a node says it has. */
  static Optional<Long> version(Node node) {
    return number(node.metadata("version"))
        .filter(number -> number.abs().compareTo(MAX_VERSION) <= 0)
        .map(BigDecimal::longValue);
  }

  private Optional<String> text(Match match) {
    Node node = match.node();
    if (node.kind().equals(Kind.FILE)) {
      boolean fits = node.value().asBlob().map(Blob::size).map(TextRule::allowsSize).orElse(true);
      return fits ? decode(sources.render(node)) : Optional.empty();
    }
    if (match.nearest(Kind.FILE).isPresent()) {
      return node.kind().equals(Kind.SNIPPET) ? decode(sources.render(node)) : Optional.empty();
    }
    return node.value().asText();
  }

  /** Bytes as text; empty if they are no text. */
  static Optional<String> decode(byte[] bytes) {
    if (!TextRule.isText(bytes)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
