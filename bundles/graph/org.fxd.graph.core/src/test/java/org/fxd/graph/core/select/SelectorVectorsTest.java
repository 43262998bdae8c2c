package org.fxd.graph.core.select;

import static org.fxd.graph.core.select.Trees.twig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.junit.jupiter.api.Test;

class SelectorVectorsTest {
  private static final Kind TREE = Kind.DATA;

  private static Map<String, Value> meta(String id, String lang, String file, String... more) {
    Map<String, Value> metadata = new HashMap<>();
    metadata.put("id", Value.of(id));
    metadata.put("lang", Value.of(lang));
    metadata.put("file", Value.of(file));
    if (more.length > 0) {
      metadata.put("type", Value.of(more[0]));
    }
    return metadata;
  }

  private static Node tree() {
    Map<String, Value> two = meta("two", "ts", "lib/util.js", "child");
    two.put("order", Value.of(5));
    Map<String, Value> three = meta("three", "js", "one,two.js");
    three.put("can", new Value.Json("[\"user\"]"));
    return Trees.node(
        TREE,
        Value.NONE,
        Map.of(),
        twig(
            "a",
            Kind.SNIPPET,
            Value.of("text of one"),
            meta("one", "js", "", "parent"),
            twig("b", Kind.SNIPPET, Value.of("text of two"), two)),
        twig("c", Kind.SNIPPET, Value.of("text of three"), three));
  }

  private static List<String> vectors() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SelectorVectorsTest.class.getResourceAsStream("selectors.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> line.contains("=>") && !line.startsWith("# ")).toList();
    }
  }

  @Test
  void findsWhatTheVectorsSay() throws IOException {
    Node tree = tree();
    TreeSelectors selectors = new TreeSelectors();
    for (String vector : vectors()) {
      int arrow = vector.lastIndexOf("=>");
      String ids = vector.substring(arrow + 2).strip();
      List<String> wanted = ids.isEmpty() ? List.of() : Arrays.asList(ids.split(" "));
      Selector selector = selectors.compile(vector.substring(0, arrow).strip());
      List<String> found = new ArrayList<>();
      selectors.walk(
          tree,
          selector,
          Cancellation.none(),
          match -> {
            assertTrue(selector.matches(match), vector);
            return found.add(match.node().metadata("id").toString());
          });
      assertEquals(wanted, found, vector);
    }
    assertTrue(vectors().size() > 55, "too few vectors");
  }
}
