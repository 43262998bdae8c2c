package org.fxd.shell.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.FxdException;

/** Writes values as JSON documents, each on a line of its own. */
public final class Json {
  private Json() {}

  /**
   * Writes one document and a line break.
   *
   * @param data maps with text keys, iterables, texts, numbers, truth values and nulls; an empty
   *     optional is null; a stream is an array, of which each item is written when it comes; a
   *     {@link Value.Json} is the document that it is; anything else is written as its text
   * @param out neither flushed nor closed
   */
  public static void write(Object data, OutputStream out) {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (JsonGenerator generator = factory.createGenerator(out)) {
      generator.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      value(data, generator);
      generator.writeRaw('\n');
    } catch (UncheckedIOException e) {
      throw new FxdException("Cannot write the answer: " + e.getCause().getMessage(), e);
    } catch (IOException e) {
      throw new FxdException("Cannot write the answer: " + e.getMessage(), e);
    }
  }

  private static void value(Object data, JsonGenerator json) throws IOException {
    if (data == null) {
      json.writeNull();
    } else if (data instanceof Optional<?> optional) {
      value(optional.orElse(null), json);
    } else if (data instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        value(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (data instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        value(item, json);
      }
      json.writeEndArray();
    } else if (data instanceof Stream<?> items) {
      json.writeStartArray();
      items.forEachOrdered(item -> uncheckedValue(item, json));
      json.writeEndArray();
    } else if (data instanceof Value.Json document && isDocument(document.json())) {
      json.writeRawValue(document.json());
    } else if (data instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (data instanceof Number number) {
      number(number, json);
    } else {
      json.writeString(wellFormed(data.toString()));
    }
  }

  private static void uncheckedValue(Object data, JsonGenerator json) {
    try {
      value(data, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a text is one JSON document and nothing else: it may come from anywhere. */
  private static boolean isDocument(String text) {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      int depth = 0;
      int documents = 0;
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        depth += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
        documents += depth == 0 ? 1 : 0;
      }
      return documents == 1;
    } catch (IOException e) {
      return false;
    }
  }

  private static void number(Number number, JsonGenerator json) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof BigInteger integer) {
      json.writeNumber(integer);
    } else if (number instanceof Double || number instanceof Float) {
      json.writeNumber(number.doubleValue());
    } else {
      json.writeNumber(number.longValue());
    }
  }

  /** Halves of surrogate pairs have no UTF-8 form; a name from elsewhere may hold them. */
  private static String wellFormed(String text) {
    if (text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
    return out.toString();
  }
}
