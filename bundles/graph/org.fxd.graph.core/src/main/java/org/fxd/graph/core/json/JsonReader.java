package org.fxd.graph.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.core.codec.ValueCodec;

/** Reads one document from its start, and writes arrays and objects in canonical form. */
final class JsonReader {
  private static final String HINT = "Look at the text there; it has to be JSON (RFC 8259).";

  /** In characters; the limit on digits is the graph's own and lower. */
  private static final int LONGEST_NUMBER = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // One more than allowed, so that the error is this class's.
                  .maxNestingDepth(Limits.JSON_DEPTH + 1)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(Limits.VALUE)
                  .maxNameLength(Limits.VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser in;

  private JsonReader(JsonParser in) {
    this.in = in;
  }

  /** What is read of a document. */
  @FunctionalInterface
  interface Reading<T> {
    /** Reads from the start. */
    T of(JsonReader reader) throws IOException;
  }

  /**
   * Reads of a document.
   *
   * @throws UsageException if it is none
   */
  static <T> T read(String document, Reading<T> reading) {
    if (document.length() > Limits.VALUE) {
      throw tooLong("has " + document.length() + " characters; a value has at most ");
    }
    try (JsonParser in = FACTORY.createParser(document)) {
      return new JsonReader(in).read(reading);
    } catch (IOException e) {
      throw new UsageException("Not JSON: it cannot be read.", HINT, e);
    }
  }

  private <T> T read(Reading<T> reading) throws IOException {
    try {
      return reading.of(this);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation() == null ? in.currentLocation() : e.getLocation();
      throw error(place, reason(e), e);
    }
  }

  private static UsageException tooLong(String how) {
    return new UsageException(
        "The JSON document " + how + Limits.VALUE + ".", "Keep it as a file instead.");
  }

  /** The library's own words without the place, which is told in FXD's words. */
  private static String reason(JsonProcessingException e) {
    String words = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
    int place = words.indexOf("(start marker at");
    return (place < 0 ? words : words.substring(0, place)).strip();
  }

  /** The value of the whole document. */
  Value document() throws IOException {
    JsonToken first = in.nextToken();
    if (first == null) {
      throw error("the document is empty");
    }
    Value value = value(first);
    if (in.nextToken() != null) {
      throw error("something stands behind the value");
    }
    return value;
  }

  /** The elements of the array that the document is. */
  Optional<List<Value>> elements() throws IOException {
    List<Value> elements = new ArrayList<>();
    in.nextToken();
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      elements.add(value(next));
    }
    return Optional.of(elements);
  }

  /** A member of the object that the document is. */
  Optional<Value> member(String name) throws IOException {
    in.nextToken();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      boolean wanted = name.equals(in.currentName());
      JsonToken next = in.nextToken();
      if (wanted) {
        return Optional.of(value(next));
      }
      in.skipChildren();
    }
    return Optional.empty();
  }

  /** Tells the members of the object that the document is, until one cannot be read. */
  Optional<Boolean> members(BiConsumer<String, Value> members) throws IOException {
    in.nextToken();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      members.accept(name, value(in.nextToken()));
    }
    return Optional.of(true);
  }

  /** Tells the names of the members of the object that the document is. */
  Optional<Boolean> names(Consumer<String> names) throws IOException {
    in.nextToken();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      names.accept(in.currentName());
      in.nextToken();
      in.skipChildren();
    }
    return Optional.of(true);
  }

  private Value value(JsonToken token) throws IOException {
    if (!token.isStructStart()) {
      return scalar(token);
    }
    StringBuilder out = new StringBuilder();
    write(token, out, 0);
    return new Value.Json(out.toString());
  }

  private Value scalar(JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> Value.of(text(in.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.NULL;
      default -> throw error("here a value is missing");
    };
  }

  private void write(JsonToken token, StringBuilder out, int depth) throws IOException {
    if (token.isStructStart() && depth == Limits.JSON_DEPTH) {
      throw error("arrays and objects are nested deeper than " + Limits.JSON_DEPTH);
    }
    if (token == JsonToken.START_ARRAY) {
      array(out, depth + 1);
    } else if (token == JsonToken.START_OBJECT) {
      object(out, depth + 1);
    } else {
      Value scalar = scalar(token);
      if (scalar instanceof Value.Text text) {
        JsonText.write(text.text(), out);
      } else {
        out.append(scalar);
      }
    }
    // A number of few characters may stand for thousands of digits.
    if (out.length() > Limits.VALUE) {
      throw tooLong("has too many characters when its numbers are written out; the most is ");
    }
  }

  private void array(StringBuilder out, int depth) throws IOException {
    out.append('[');
    String separator = "";
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      out.append(separator);
      write(next, out, depth);
      separator = ",";
    }
    out.append(']');
  }

  private record Span(int from, int to) {}

  /** Members are written as they come, and put in order afterwards if they are not. */
  private void object(StringBuilder out, int depth) throws IOException {
    int start = out.append('{').length();
    SortedMap<String, Span> members = new TreeMap<>();
    boolean sorted = true;
    for (JsonToken next = in.nextToken(); next != JsonToken.END_OBJECT; next = in.nextToken()) {
      String name = text(in.currentName());
      if (members.containsKey(name)) {
        throw error("the member '" + brief(name) + "' is there twice");
      }
      out.append(members.isEmpty() ? "" : ",");
      int from = out.length();
      JsonText.write(name, out);
      out.append(':');
      write(in.nextToken(), out, depth);
      members.put(name, new Span(from, out.length()));
      sorted &= members.lastKey().equals(name);
    }
    if (!sorted) {
      String written = out.substring(start);
      out.setLength(start);
      String separator = "";
      for (Span member : members.values()) {
        out.append(separator).append(written, member.from() - start, member.to() - start);
        separator = ",";
      }
    }
    out.append('}');
  }

  private Value number() throws IOException {
    try {
      Value value = new Value.Number(new BigDecimal(in.getText()));
      ValueCodec.check(value);
      return value;
    } catch (ArithmeticException | NumberFormatException beyond) {
      throw error("this number is too large");
    } catch (IllegalArgumentException refused) {
      throw error(refused.getMessage());
    }
  }

  private String text(String text) {
    try {
      ValueCodec.checkText(text);
      return text;
    } catch (IllegalArgumentException half) {
      throw error("this text holds half a character");
    }
  }

  private static String brief(String name) {
    int length = name.offsetByCodePoints(0, Math.min(40, name.codePointCount(0, name.length())));
    String start = name.substring(0, length).replaceAll("\\p{Cntrl}", " ");
    return length < name.length() ? start + "..." : start;
  }

  private UsageException error(String what) {
    return error(in.currentTokenLocation(), what, null);
  }

  private static UsageException error(JsonLocation place, String what, Exception cause) {
    return new UsageException(
        "Not JSON: "
            + what
            + " (line "
            + place.getLineNr()
            + ", column "
            + Math.max(1, place.getColumnNr())
            + ").",
        HINT,
        cause);
  }
}
