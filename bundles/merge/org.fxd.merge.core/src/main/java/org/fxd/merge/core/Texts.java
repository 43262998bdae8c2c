package org.fxd.merge.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Value;

/** Values as texts that can be merged by lines. */
final class Texts {
  /** Content above this is merged as one thing: nobody reads a conflict in it. */
  private static final long LIMIT = 16L << 20;

  private Texts() {}

  /** A value's text; that of no value is empty. Empty if it is no text, or too long. */
  static Optional<String> of(Value value) {
    if (value.equals(Value.NONE)) {
      return Optional.of("");
    }
    return value.asText().or(() -> value.asBlob().flatMap(Texts::of));
  }

  private static Optional<String> of(Blob blob) {
    if (blob.size() > LIMIT) {
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(blob.bytes())).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** All of several values; empty if one is no text, or none of them is one. */
  static Optional<List<String>> all(List<Value> values) {
    List<String> texts = new ArrayList<>();
    for (Value value : values) {
      Optional<String> text = of(value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }

  /** A text in the form that a value has. */
  static Value like(Value model, String text) {
    return model.asBlob().isPresent()
        ? Value.of(Blob.of(text.getBytes(StandardCharsets.UTF_8)))
        : Value.of(text);
  }
}
