package org.fxd.shell.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;

/**
 * What a node is, besides its kind: one type, or a JSON array of several.
 *
 * @param node the node
 */
record NodeTypes(Node node) {
  private static final JsonFactory JSON = new JsonFactory();

  /** The types, else the kind: for a cell. */
  String main() {
    List<String> types = own();
    return types.isEmpty() ? node.kind().name() : String.join(" ", types);
  }

  /** The kind and the types. */
  SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(own());
    all.add(node.kind().name());
    return all;
  }

  private List<String> own() {
    Value type = node.metadata(FileMeta.TYPE);
    if (type instanceof Value.Json array) {
      return words(array.json());
    }
    return type instanceof Value.Text text && !text.text().isBlank()
        ? List.of(text.text())
        : List.of();
  }

  private static List<String> words(String json) {
    List<String> words = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.VALUE_STRING) {
          words.add(parser.getText());
        }
      }
    } catch (IOException e) {
      return List.of(json);
    }
    return words;
  }
}
