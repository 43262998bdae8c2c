package org.fxd.source.treesitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;

/**
 * A node of a syntax tree, as rules see it.
 *
 * @param node the node in the tree, which must still be open
 * @param grammar the grammar it was parsed with
 * @param text the text it was parsed from
 */
record Syntax(TSNode node, Grammar grammar, Text text) {
  String type() {
    return grammar.type(node.getSymbol());
  }

  int start() {
    return node.getStartByte();
  }

  int end() {
    return node.getEndByte();
  }

  /** The child in a field. */
  Optional<Syntax> field(String name) {
    int id = grammar.field(name);
    if (id == 0) {
      return Optional.empty();
    }
    TSNode child = node.getChildByFieldId(id);
    return child.isNull() ? Optional.empty() : Optional.of(with(child));
  }

  /** The named children. Slow where there are many; for nodes that have a few. */
  List<Syntax> children() {
    int count = node.getNamedChildCount();
    List<Syntax> children = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      children.add(with(node.getNamedChild(i)));
    }
    return children;
  }

  /** The first named child that is no comment. */
  Optional<Syntax> first() {
    int count = node.getNamedChildCount();
    for (int i = 0; i < count; i++) {
      Syntax child = with(node.getNamedChild(i));
      if (!child.node().isExtra()) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The text of the child in a field; empty if there is none. */
  String nameIn(String field) {
    return field(field).map(Syntax::name).orElse("");
  }

  /** The node's text as a name, without the quotes of a string. */
  String name() {
    int start = start();
    int end = end();
    if (end - start >= 2) {
      byte quote = text.at(start);
      if ((quote == '"' || quote == '\'') && text.at(end - 1) == quote) {
        return text.name(start + 1, end - 1);
      }
    }
    return text.name(start, end);
  }

  private Syntax with(TSNode other) {
    return new Syntax(other, grammar, text);
  }
}
