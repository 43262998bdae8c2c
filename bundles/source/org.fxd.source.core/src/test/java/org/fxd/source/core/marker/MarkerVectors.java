package org.fxd.source.core.marker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The cases of {@code vectors.txt}, which says what they mean. */
record MarkerVectors(String kind, String words, String text) {
  static List<MarkerVectors> read(String kind) {
    List<MarkerVectors> cases = new ArrayList<>();
    String[] parts = file().split("(?m)^== ");
    for (int i = 1; i < parts.length; i++) {
      int line = parts[i].indexOf('\n');
      int colon = parts[i].indexOf(':');
      String text = parts[i].substring(line + 1).replaceAll("\n+$", "");
      cases.add(
          new MarkerVectors(
              parts[i].substring(0, colon), parts[i].substring(colon + 1, line).strip(), text));
    }
    return cases.stream().filter(vector -> vector.kind().equals(kind)).toList();
  }

  private static String file() {
    try (InputStream in = MarkerVectors.class.getResourceAsStream("vectors.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return words + "\n" + text;
  }
}
