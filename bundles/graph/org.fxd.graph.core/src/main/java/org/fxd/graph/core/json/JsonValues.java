package org.fxd.graph.core.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;

/** JSON documents as values, and the parts of arrays and objects. */
public final class JsonValues {
  private JsonValues() {}

  /**
   * Reads a document.
   *
   * @throws UsageException if it is none; the message names line and column
   */
  public static Value parse(String document) {
    return JsonReader.read(document, JsonReader::document);
  }

  /** An array of texts, in canonical form. */
  public static Value texts(Collection<String> texts) {
    StringBuilder array = new StringBuilder("[");
    for (String text : texts) {
      if (array.length() > 1) {
        array.append(',');
      }
      JsonText.write(text, array);
    }
    return new Value.Json(array.append(']').toString());
  }

  /** The elements of an array; empty if the document is no array. */
  public static Optional<List<Value>> elements(String document) {
    return part(document, '[', JsonReader::elements);
  }

  /** A member of an object; empty if the document is no object, or has no such member. */
  public static Optional<Value> member(String document, String name) {
    return part(document, '{', reader -> reader.member(name));
  }

  /**
   * All that {@link #member} finds in a document, by name: the members of an object, even where
   * others of it cannot be read.
   */
  public static Map<String, Value> members(String document) {
    Map<String, Value> members = new LinkedHashMap<>();
    if (part(document, '{', reader -> reader.members(members::putIfAbsent)).isEmpty()) {
      members.clear();
      Set<String> names = new LinkedHashSet<>();
      part(document, '{', reader -> reader.names(names::add));
      names.forEach(name -> member(document, name).ifPresent(value -> members.put(name, value)));
    }
    return members;
  }

  /** Values may hold documents that nobody read yet: what is none has no parts. */
  private static <T> Optional<T> part(
      String document, char opening, JsonReader.Reading<Optional<T>> reading) {
    int start = 0;
    while (start < document.length() && Character.isWhitespace(document.charAt(start))) {
      start++;
    }
    if (start == document.length() || document.charAt(start) != opening) {
      return Optional.empty();
    }
    try {
      return JsonReader.read(document, reading);
    } catch (UsageException none) {
      return Optional.empty();
    }
  }
}
