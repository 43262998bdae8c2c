package org.fxd.source.treesitter;

import java.util.Optional;
import java.util.Set;
import org.fxd.source.treesitter.Rules.Rule;

/**
 * Java: types, nested ones too, with their methods, constructors, fields, enum constants and
 * initialisers. Package and imports stay in the head. A field that declares several variables is
 * one region with the name of the first.
 */
final class JavaRules {
  private JavaRules() {}

  static Rules create() {
    return new Rules(
        new Rules.Builder()
            .rule(Rule.container("class"), "class_declaration")
            .rule(Rule.container("interface"), "interface_declaration")
            .rule(Rule.container("enum"), "enum_declaration")
            .rule(Rule.container("record"), "record_declaration")
            .rule(Rule.container("annotation"), "annotation_type_declaration")
            .rule(Rule.container("constant"), "enum_constant")
            .rule(
                Rule.leaf("constructor"),
                "constructor_declaration",
                "compact_constructor_declaration")
            .rule(Rule.leaf("method"), "method_declaration", "annotation_type_element_declaration")
            .rule(JavaRules::field, "field_declaration", "constant_declaration")
            .rule(Rule.fixed("initializer", "static"), "static_initializer")
            .rule(JavaRules::initializer, "block")
            .rule(Rule.leaf("module"), "module_declaration")
            .build(),
        Set.of("line_comment", "block_comment"),
        Set.of(),
        Set.of("enum_body_declarations"),
        false);
  }

  private static Optional<Declaration> field(Syntax node, String within) {
    return Optional.of(
        Declaration.leaf("field", node.field("declarator").map(d -> d.nameIn("name")).orElse("")));
  }

  /** A block is an initialiser in a type only: outside it is part of something broken. */
  private static Optional<Declaration> initializer(Syntax node, String within) {
    return within.isEmpty() ? Optional.empty() : Optional.of(Declaration.leaf("initializer", ""));
  }
}
