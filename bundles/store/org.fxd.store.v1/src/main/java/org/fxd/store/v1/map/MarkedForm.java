package org.fxd.store.v1.map;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.json.JsonString;

/** What a text stands for that is written in place of a value that JSON has no word for. */
enum MarkedForm {
  /** A document that is no JSON, or must not be seen. */
  JSON,
  /** Bytes, in base 64. */
  BYTES,
  /** The hash of an object. */
  LINK,
  /** The id of a node. */
  REFERENCE,
  /** A blob that is text. */
  BLOB,
  /** A blob, in base 64. */
  BASE64;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<MarkedForm> of(String word) {
    for (MarkedForm form : values()) {
      if (form.word().equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** A value and the text for it. */
  record Marked(MarkedForm form, String text) {}

  /** What stands in place of a value. */
  static Marked of(Value value) {
    if (value instanceof Value.Bytes bytes) {
      return new Marked(BYTES, Base64.getEncoder().encodeToString(bytes.bytes()));
    }
    if (value instanceof Value.Link link) {
      return new Marked(LINK, link.hash().toString());
    }
    if (value instanceof Value.Reference reference) {
      return new Marked(REFERENCE, reference.id().toString());
    }
    if (value instanceof Value.OfBlob blob) {
      byte[] bytes = blob.blob().bytes();
      return Cell.of(bytes)
          .text()
          .map(text -> new Marked(BLOB, text))
          .orElseGet(() -> new Marked(BASE64, Base64.getEncoder().encodeToString(bytes)));
    }
    return new Marked(JSON, Scalars.write(value).orElseGet(value::toString));
  }

  /**
   * The value that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  Value read(Nodes nodes, String text) {
    Value value =
        switch (this) {
          case JSON -> json(nodes, text);
          case BYTES -> Value.of(Base64.getDecoder().decode(text));
          case LINK -> Value.of(Hash.parse(text));
          case REFERENCE -> new Value.Reference(NodeId.parse(text));
          case BLOB -> Value.of(Blob.of(text.getBytes(StandardCharsets.UTF_8)));
          case BASE64 -> Value.of(Blob.of(Base64.getDecoder().decode(text)));
        };
    boolean within = !(value instanceof Value.OfBlob) && text.length() > Limits.VALUE / 3;
    if (within && text.getBytes(StandardCharsets.UTF_8).length > Limits.VALUE) {
      throw new IllegalArgumentException("This value is too long");
    }
    return value;
  }

  private static Value json(Nodes nodes, String text) {
    return JsonString.read(text)
        .map(Value::of)
        .or(() -> Scalars.read(nodes, text))
        .orElseGet(() -> new Value.Json(text));
  }
}
