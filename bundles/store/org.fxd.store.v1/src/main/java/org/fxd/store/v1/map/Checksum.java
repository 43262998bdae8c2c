package org.fxd.store.v1.map;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.fxd.store.v1.json.JsNumber;
import org.fxd.store.v1.json.JsonCheck;
import org.fxd.store.v1.json.JsonParts;
import org.fxd.store.v1.json.JsonString;

/**
 * Checksums of version 1: the 31-hash over the UTF-16 units of what {@code JSON.stringify} would
 * make of a node in memory, whose value stands there in several forms; without its sign, in eight
 * hexadecimal digits.
 */
public final class Checksum {
  private int hash;

  private Checksum() {}

  /** That of a text. */
  public static String of(String text) {
    return new Checksum().add(text).digits();
  }

  /** That of a row of the table of snippets. */
  public static String ofSnippet(String body, String meta) {
    return new Checksum().add(body).add(meta).digits();
  }

  /** That of a row of the table of nodes. */
  public static String ofNode(RowText row) {
    Checksum sum = new Checksum().add("{");
    if (row.value().text().filter(JsonCheck::isSound).isPresent()) {
      sum.add("\"value\":").value(row.value().shown()).add(",");
    }
    sum.add("\"type\":").add(JsonString.of(row.typeText()));
    sum.add(",\"proto\":").add(proto(row.proto()));
    if (row.meta().text().filter(JsonCheck::isSound).isPresent()) {
      sum.add(",\"meta\":").add(row.meta().shown());
    }
    return sum.add("}").digits();
  }

  /** The list that is wrapped in {@code prototypes_json}. */
  private static String proto(Cell cell) {
    Optional<List<String>> elements =
        cell.text().filter(JsonCheck::isSound).flatMap(JsonParts::elements);
    return elements.filter(list -> !list.isEmpty()).map(list -> list.get(0)).orElse("[]");
  }

  /** A value in all the forms in which the original holds it. */
  private Checksum value(String json) {
    if (json.startsWith("{")) {
      return add(json);
    }
    if (json.startsWith("[")) {
      return add("{\"Array\":").add(json).add(",\"raw\":").add(json).stringified(json).add("}");
    }
    String text = JsonString.read(json).orElse(json);
    boolean isText = json.startsWith("\"");
    String parsed = isText ? JsNumber.parsed(text).orElse(json) : json;
    boolean truth = isText ? !text.isEmpty() : !json.equals("false") && !json.equals("null");
    if (truth && !isText && !json.equals("true")) {
      truth = new BigDecimal(json).signum() != 0;
    }
    return add("{\"raw\":")
        .add(json)
        .add(",\"parsed\":")
        .add(parsed)
        .stringified(text)
        .add(",\"boolean\":" + truth + "}");
  }

  private Checksum stringified(String text) {
    return add(",\"stringified\":").add(JsonString.of(text));
  }

  private Checksum add(String text) {
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return this;
  }

  private String digits() {
    // Without a sign, the least number is one more than the greatest.
    return HexFormat.of().toHexDigits(Math.abs((long) hash)).substring(8);
  }
}
