package org.fxd.source.treesitter;

import java.util.Optional;
import java.util.Set;

/**
 * Python: functions, classes with their methods, fields and inner classes, variables and type
 * aliases of the module, and the {@code if __name__} block. A function within a function belongs to
 * it; so does what stands in an {@code if} or {@code try} of the module belong to no snippet.
 */
final class PythonRules {
  private PythonRules() {}

  static Rules create() {
    return new Rules(
        new Rules.Builder()
            .rule(PythonRules::function, "function_definition")
            .rule(PythonRules::type, "class_definition")
            .rule(PythonRules::decorated, "decorated_definition")
            .rule(PythonRules::statement, "expression_statement")
            .rule(PythonRules::alias, "type_alias_statement")
            .rule(PythonRules::main, "if_statement")
            .build(),
        Set.of("comment"),
        Set.of(),
        Set.of("block"),
        true);
  }

  private static Optional<Declaration> function(Syntax node, String within) {
    return Optional.of(
        Declaration.leaf(within.isEmpty() ? "function" : "method", node.nameIn("name")));
  }

  /** The class itself is the body: comments above its first member stand before the block. */
  private static Optional<Declaration> type(Syntax node, String within) {
    return Optional.of(new Declaration("class", node.nameIn("name"), Optional.of(node)));
  }

  private static Optional<Declaration> decorated(Syntax node, String within) {
    return node.field("definition")
        .flatMap(
            definition ->
                definition.type().equals("class_definition")
                    ? type(definition, within)
                    : function(definition, within));
  }

  /** An assignment to a plain name; {@code a.b = …} and {@code a[b] = …} declare nothing. */
  private static Optional<Declaration> statement(Syntax node, String within) {
    return node.first()
        .filter(inner -> inner.type().equals("assignment"))
        .flatMap(assignment -> assignment.field("left"))
        .flatMap(
            left ->
                left.type().equals("pattern_list") || left.type().equals("tuple_pattern")
                    ? left.first()
                    : Optional.of(left))
        .filter(target -> target.type().equals("identifier"))
        .map(target -> Declaration.leaf(within.isEmpty() ? "variable" : "field", target.name()));
  }

  private static Optional<Declaration> alias(Syntax node, String within) {
    return Optional.of(Declaration.leaf("type", node.nameIn("left")));
  }

  private static Optional<Declaration> main(Syntax node, String within) {
    return node.field("condition")
        .filter(condition -> condition.type().equals("comparison_operator"))
        .filter(
            condition ->
                condition.children().stream().anyMatch(side -> side.name().equals("__name__")))
        .map(condition -> Declaration.leaf("block", "__main__"));
  }
}
