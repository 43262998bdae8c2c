package org.fxd.source.treesitter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the nodes of a grammar mean to the outline of a file, by the names the grammar gives them.
 * Nodes that are not mentioned are passed over, with all that is in them.
 *
 * @param declarations the nodes that may declare something
 * @param comments the comments
 * @param prefixes the decorators that stand before their declaration and not in it
 * @param lists the nodes that only hold others of the level they are on
 * @param byIndent whether a comment belongs to a declaration only if it is indented like it
 */
record Rules(
    Map<String, Rule> declarations,
    Set<String> comments,
    Set<String> prefixes,
    Set<String> lists,
    boolean byIndent) {
  Rules {
    declarations = Map.copyOf(declarations);
    comments = Set.copyOf(comments);
    prefixes = Set.copyOf(prefixes);
    lists = Set.copyOf(lists);
  }

  /** Reads a declaration off a node. */
  @FunctionalInterface
  interface Rule {
    /**
     * Says what the node declares.
     *
     * @param within the type of the declaration it stands in, such as {@code class}; empty if in
     *     none
     * @return empty if nothing
     */
    Optional<Declaration> read(Syntax node, String within);

    /** A declaration without members whose name is in the field {@code name}. */
    static Rule leaf(String type) {
      return (node, within) -> Optional.of(Declaration.leaf(type, node.nameIn("name")));
    }

    /** A declaration with a name in the field {@code name} and members in {@code body}. */
    static Rule container(String type) {
      return (node, within) ->
          Optional.of(new Declaration(type, node.nameIn("name"), node.field("body")));
    }

    /** A declaration whose name is always the same. */
    static Rule fixed(String type, String name) {
      return (node, within) -> Optional.of(Declaration.leaf(type, name));
    }
  }

  /** Collects the rules for declarations. */
  static final class Builder {
    private final Map<String, Rule> declarations = new HashMap<>();

    Builder rule(Rule rule, String... nodes) {
      for (String node : nodes) {
        declarations.put(node, rule);
      }
      return this;
    }

    Map<String, Rule> build() {
      return declarations;
    }
  }
}
