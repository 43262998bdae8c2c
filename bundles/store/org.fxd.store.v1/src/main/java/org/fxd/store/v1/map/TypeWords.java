package org.fxd.store.v1.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Value;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonParts;
import org.fxd.store.v1.json.JsonString;

/**
 * The types of a node: in FXD one metadatum, in version 1 the type and the prototypes. Of the
 * metadatum, a text is one type, and an array of texts several.
 */
final class TypeWords {
  /** The metadatum. */
  static final String KEY = "type";

  private TypeWords() {}

  /** The words of a metadatum; empty if it is no list of types. */
  static Optional<SortedSet<String>> of(Value value) {
    if (value instanceof Value.None) {
      return Optional.of(new TreeSet<>());
    }
    if (value instanceof Value.Text text) {
      return Optional.of(new TreeSet<>(List.of(text.text())));
    }
    if (value instanceof Value.Json json && JsonCheck.isSound(json.json())) {
      Optional<List<String>> words = JsonParts.elements(json.json()).flatMap(TypeWords::texts);
      SortedSet<String> sorted = new TreeSet<>(words.orElse(List.of()));
      // Only what would be written again to the same array.
      return sorted.size() > 1 && value(sorted).equals(value)
          ? Optional.of(sorted)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** The metadatum of some words; {@link Value#NONE} for no words, and for more than fit. */
  static Value value(SortedSet<String> words) {
    if (words.isEmpty()) {
      return Value.NONE;
    }
    if (words.size() == 1) {
      return limited(Value.of(words.first()), words.first());
    }
    String array = array(words);
    return limited(new Value.Json(array), array);
  }

  private static Value limited(Value value, String text) {
    return text.getBytes(StandardCharsets.UTF_8).length > Limits.VALUE ? Value.NONE : value;
  }

  /** {@code prototypes_json} for some words. */
  static String proto(SortedSet<String> words) {
    return words.isEmpty() ? RowText.NO_PROTO : "[" + array(words) + "]";
  }

  private static String array(SortedSet<String> words) {
    return "[" + String.join(",", words.stream().map(JsonString::of).toList()) + "]";
  }

  /** The words in a {@code prototypes_json}, wrapped once or twice; what is no text is left out. */
  static List<String> read(Cell proto) {
    List<String> words = new ArrayList<>();
    if (proto.text().filter(text -> !text.equals(RowText.NO_PROTO)).isPresent()
        && JsonCheck.isSound(proto.shown())) {
      for (String element : JsonParts.elements(proto.shown()).orElse(List.of())) {
        JsonString.read(element).ifPresent(words::add);
        for (String inner : JsonParts.elements(element).orElse(List.of())) {
          JsonString.read(inner).ifPresent(words::add);
        }
      }
    }
    return words;
  }

  private static Optional<List<String>> texts(List<String> elements) {
    List<String> texts = new ArrayList<>();
    for (String element : elements) {
      JsonString.read(element).ifPresent(texts::add);
    }
    return texts.size() == elements.size() ? Optional.of(texts) : Optional.empty();
  }
}
