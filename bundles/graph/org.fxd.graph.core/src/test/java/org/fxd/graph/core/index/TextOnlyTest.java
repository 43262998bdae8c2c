package org.fxd.graph.core.index;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.node.TreeBuilder;
import org.junit.jupiter.api.Test;

class TextOnlyTest {
  private static final NodeId TYPE = new NodeId(1, 1);
  private static final NodeId METHOD = new NodeId(1, 2);
  private static final NodeId JSON = new NodeId(1, 3);
  private static final NodeId INNER_FILE = new NodeId(1, 4);
  private static final NodeId NEW = new NodeId(1, 5);

  @Test
  void textsSayNothing() {
    assertTrue(same(file -> {}));
    assertTrue(same(file -> method(file).value(Value.of("b"))));
    assertTrue(same(file -> method(file).value(Value.NONE)));
    assertTrue(same(file -> file.child(TYPE).value(Value.of("between"))));
  }

  @Test
  void whatIsOfTheFileItselfIsNotInside() {
    assertTrue(same(file -> file.metadata("size", Value.of(2))));
  }

  @Test
  void allElseMaySaySomething() {
    assertFalse(same(file -> method(file).value(new Value.Json("{}"))));
    assertFalse(same(file -> file.child(TYPE).child(JSON).value(Value.of("text"))));
    assertFalse(same(file -> file.child(TYPE).child(JSON).value(new Value.Json("[1]"))));
    assertFalse(same(file -> method(file).metadata("type", Value.of("field"))));
    assertFalse(same(file -> file.child(TYPE).remove(METHOD)));
    assertFalse(same(file -> file.append(NEW, Name.of("n"), leaf(Kind.SNIPPET, Value.NONE))));
    assertFalse(same(file -> file.child(TYPE).child(INNER_FILE).value(Value.of("c"))));
    assertFalse(
        same(
            file -> {
              NodeBuilder type = file.child(TYPE);
              type.put(type.entry(METHOD).orElseThrow().withName(Name.of("other")));
            }));
    assertFalse(
        same(
            file -> {
              NodeBuilder type = file.child(TYPE);
              type.put(type.entry(METHOD).orElseThrow().withNode(leaf(Kind.DATA, Value.of("a"))));
            }));
  }

  private static boolean same(Consumer<NodeBuilder> edit) {
    NodeBuilder type = new TreeBuilder(Kind.SNIPPET);
    type.append(METHOD, Name.of("m"), leaf(Kind.SNIPPET, Value.of("a")));
    type.append(JSON, Name.of("j"), leaf(Kind.SNIPPET, new Value.Json("{\"a\":1}")));
    type.append(INNER_FILE, Name.of("f"), leaf(Kind.FILE, Value.of("odd")));
    NodeBuilder file = new TreeBuilder(Kind.FILE);
    Node before = file.append(TYPE, Name.of("T"), type.build()).build();
    NodeBuilder edited = before.builder();
    edit.accept(edited);
    return TextOnly.inside(before, edited.build());
  }

  private static NodeBuilder method(NodeBuilder file) {
    return file.child(TYPE).child(METHOD);
  }

  private static Node leaf(Kind kind, Value value) {
    return new TreeBuilder(kind).value(value).build();
  }
}
