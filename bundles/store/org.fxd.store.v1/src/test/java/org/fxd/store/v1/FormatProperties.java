package org.fxd.store.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;
import org.fxd.store.v1.json.JsonString;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back of whatever goes through a file of version 1. */
class FormatProperties {
  private static final int RUNS = 60;

  @TempDir Path folder;

  private int files;

  private Path next() {
    return folder.resolve("f" + files++ + ".fxd");
  }

  @Test
  void aFileComesBackRowByRow() {
    Property.seeded(41).runs(RUNS).check(this::aFileComesBack);
  }

  private void aFileComesBack(Choices choices) throws Exception {
    Path file = original(choices);
    Path again = next();
    Original.write(Original.read(file), again);
    // Siblings keep their order; rows of different parents need not.
    String words =
        "SELECT parent_id, id, key_name, node_type, value_json, prototypes_json, meta_json FROM"
            + " nodes ORDER BY parent_id, rowid";
    assertEquals(Original.query(file, words), Original.query(again, words));
    assertSound(again);
    assertEquals(Original.read(file), Original.read(again));
    Files.delete(file);
    Files.delete(again);
  }

  private static void assertSound(Path file) throws Exception {
    assertEquals(List.of("ok"), Original.query(file, "PRAGMA integrity_check"));
    assertEquals(List.of(), Original.query(file, "PRAGMA foreign_key_check"));
  }

  /** A tree as the original might write one. */
  private Path original(Choices choices) throws Exception {
    Original file = Original.at(next());
    List<String> parents = new ArrayList<>(List.of("r"));
    for (String name : List.of("app", "config", "session", "code", "views")) {
      file.plain(name, "r", null);
      parents.add(name);
    }
    for (int left = choices.below(25), i = 0; i < left; i++) {
      String id = "n" + i;
      String parent = choices.pick(parents);
      String key = "k" + i + (choices.chance(10) ? "." + choices.below(3) : "");
      boolean snippet = choices.chance(40);
      String type = snippet ? "snippet" : choices.pick(List.of("raw", "object", "parsed", "it"));
      file.node(id, parent, key, type, value(choices), proto(choices), meta(choices, id));
      parents.add(id);
    }
    return file.write();
  }

  private static String value(Choices choices) {
    return switch (choices.below(8)) {
      case 1 -> null;
      case 2 -> Long.toString(choices.below(100_000) - 50_000);
      case 3 -> choices.pick(List.of("true", "false", "null", "0.1", "1e+30", "-2.5e-9"));
      case 4 -> "[" + choices.below(9) + ",\"a\",{\"z\":1,\"b\":[]}]";
      case 5 -> "{\"z\":" + choices.below(9) + ",\"a\":{\"y\":null,\"x\":\"\"}}";
      default -> string(choices.text(30));
    };
  }

  private static String proto(Choices choices) {
    return choices.pick(
        Arrays.asList("[[]]", "[[\"a\"]]", "[[\"b\",\"a\"]]", "[]", "[\"a\"]", null, "{}", "x"));
  }

  private static String meta(Choices choices, String id) {
    return switch (choices.below(6)) {
      case 1 ->
          "{\"lang\":\"js\",\"file\":\"f.js\",\"id\":\"" + id + "\",\"order\":1,\"version\":1}";
      case 2 -> "{\"id\":\"" + id + "\",\"lang\":\"py\"}";
      case 3 -> "{\"zz\":[1,{\"b\":1,\"a\":2}],\"type\":\"mine\",\"can\":[\"user\"]}";
      case 4 -> choices.pick(List.of("{}", "[]", "1", "\"x\"", "{\"a\":", "{\"a\":1,\"a\":2}"));
      default -> null;
    };
  }

  private static String string(String text) {
    return JsonString.of(text);
  }

  @Test
  void aProjectComesBackNodeByNode() {
    Property.seeded(42).runs(RUNS).check(this::aProjectComesBack);
  }

  private void aProjectComesBack(Choices choices) throws Exception {
    GraphNodes nodes = new GraphNodes();
    Path empty = Original.emptyAt(next()).write();
    NodeGenerator generator = new NodeGenerator(nodes);
    NodeBuilder root = Original.read(empty).builder();
    for (String name : List.of("code", "config")) {
      Node tree = generator.tree(choices, 20);
      NodeId id = root.entry(Name.of(name)).orElseThrow().id();
      root.put(new Entry(id, Name.of(name), Place.NONE, tree));
    }
    root.append(generator.id(), Name.of("own"), generator.tree(choices, 10));
    root.metadata("note", NodeGenerator.value(choices));
    Node before = root.build();

    Path file = next();
    Original.write(before, file);

    assertSound(file);
    Node after = Original.read(file);
    assertEquals(spread(nodes, before), spread(nodes, after));
    Files.delete(empty);
    Files.delete(file);
  }

  /** The same tree with entries at the places that follow from their number. */
  private static Node spread(GraphNodes nodes, Node node) {
    NodeBuilder builder = nodes.builder(node.kind()).value(node.value());
    node.metadata().forEach(builder::metadata);
    List<Entry> entries = new ArrayList<>();
    node.entries().forEach(entry -> entries.add(entry.withNode(spread(nodes, entry.node()))));
    return builder.appendAll(entries).build();
  }

  @Test
  void everySnippetHasARowWithItsBody() {
    Property.seeded(43)
        .runs(RUNS)
        .check(
            choices -> {
              NodeBuilder root = new GraphNodes().builder(Kind.ROOT);
              NodeBuilder code = root.childOrNew(Name.of("code"), Kind.FOLDER);
              List<String> bodies = new ArrayList<>();
              for (int i = choices.below(12); i > 0; i--) {
                String body = choices.text(20).replace('\0', '0');
                bodies.add(body);
                NodeBuilder snippet = code.childOrNew(Name.of("s" + i), Kind.SNIPPET);
                snippet.value(Value.of(body)).metadata("id", Value.of("id" + choices.below(4)));
              }
              Path file = next();
              Original.write(root.build(), file);
              bodies.sort(null);
              List<String> found = Original.query(file, "SELECT body FROM snippets");
              found.sort(null);
              assertEquals(bodies, found);
              Files.delete(file);
            });
  }
}
