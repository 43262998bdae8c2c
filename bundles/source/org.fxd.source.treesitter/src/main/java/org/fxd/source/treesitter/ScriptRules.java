package org.fxd.source.treesitter;

import java.util.Optional;
import java.util.Set;
import org.fxd.source.treesitter.Rules.Rule;

/**
 * JavaScript and TypeScript: functions, classes, interfaces, enums and namespaces with their
 * members, type aliases, and the variables of a module. A variable that holds a function or a class
 * is one, and so is an assignment such as {@code exports.name = function …}. An {@code export}
 * belongs to what it exports; exports and imports of names stay outside.
 */
final class ScriptRules {
  private static final Set<String> FUNCTIONS =
      Set.of("arrow_function", "function_expression", "generator_function");

  private ScriptRules() {}

  static Rules create() {
    return new Rules(
        new Rules.Builder()
            .rule(
                Rule.leaf("function"),
                "function_declaration",
                "generator_function_declaration",
                "function_signature")
            .rule(Rule.container("class"), "class_declaration", "abstract_class_declaration")
            .rule(Rule.container("interface"), "interface_declaration")
            .rule(Rule.container("enum"), "enum_declaration")
            .rule(Rule.container("namespace"), "internal_module", "module")
            .rule(Rule.leaf("type"), "type_alias_declaration")
            .rule(
                ScriptRules::method,
                "method_definition",
                "method_signature",
                "abstract_method_signature")
            .rule(ScriptRules::field, "field_definition")
            .rule(Rule.leaf("field"), "public_field_definition", "property_signature")
            .rule(Rule.leaf("constant"), "enum_assignment")
            .rule(ScriptRules::constant, "property_identifier", "string")
            .rule(Rule.fixed("initializer", "static"), "class_static_block")
            .rule(ScriptRules::variable, "lexical_declaration", "variable_declaration")
            .rule(ScriptRules::ambient, "ambient_declaration")
            .rule(ScriptRules::export, "export_statement")
            .rule(ScriptRules::statement, "expression_statement")
            .build(),
        Set.of("comment", "html_comment"),
        Set.of("decorator"),
        Set.of(),
        false);
  }

  private static Optional<Declaration> method(Syntax node, String within) {
    String name = node.nameIn("name");
    return Optional.of(Declaration.leaf(name.equals("constructor") ? name : "method", name));
  }

  private static Optional<Declaration> field(Syntax node, String within) {
    return Optional.of(Declaration.leaf("field", node.nameIn("property")));
  }

  /** A name alone is a constant in an enum, and nothing elsewhere. */
  private static Optional<Declaration> constant(Syntax node, String within) {
    return within.equals("enum")
        ? Optional.of(Declaration.leaf("constant", node.name()))
        : Optional.empty();
  }

  private static Optional<Declaration> variable(Syntax node, String within) {
    boolean constant = node.field("kind").map(k -> k.name().equals("const")).orElse(false);
    return node.first()
        .filter(first -> first.type().equals("variable_declarator"))
        .flatMap(
            declarator ->
                declarator
                    .field("name")
                    .map(
                        pattern -> {
                          String name = bound(pattern);
                          return declarator
                              .field("value")
                              .flatMap(value -> definition(value, name))
                              .orElse(Declaration.leaf(constant ? "constant" : "variable", name));
                        }));
  }

  /** The first name that a pattern binds. */
  private static String bound(Syntax pattern) {
    Syntax inner = pattern;
    for (int depth = 0; depth < 20; depth++) {
      Optional<Syntax> next =
          switch (inner.type()) {
            case "object_pattern", "array_pattern", "rest_pattern" -> inner.first();
            case "pair_pattern" -> inner.field("value");
            case "assignment_pattern", "object_assignment_pattern" -> inner.field("left");
            default -> Optional.empty();
          };
      if (next.isEmpty()) {
        break;
      }
      inner = next.get();
    }
    return inner.name();
  }

  /** What a value defines under a name, if it is a function or a class. */
  private static Optional<Declaration> definition(Syntax value, String name) {
    String type = value.type();
    if (FUNCTIONS.contains(type)) {
      return Optional.of(Declaration.leaf("function", name));
    }
    return type.equals("class")
        ? Optional.of(new Declaration("class", name, value.field("body")))
        : Optional.empty();
  }

  private static Optional<Declaration> ambient(Syntax node, String within) {
    for (Syntax child : node.children()) {
      if (child.type().equals("statement_block")) {
        return Optional.of(new Declaration("namespace", "global", Optional.of(child)));
      }
      Optional<Declaration> declared = child.grammar().declaration(child, within);
      if (declared.isPresent()) {
        return declared;
      }
    }
    return Optional.empty();
  }

  private static Optional<Declaration> export(Syntax node, String within) {
    Optional<Declaration> declared =
        node.field("declaration").flatMap(inner -> inner.grammar().declaration(inner, within));
    if (declared.isPresent()) {
      return declared.map(d -> d.name().isEmpty() ? d.named("default") : d);
    }
    return node.field("value")
        .map(value -> definition(value, "default").orElse(Declaration.leaf("export", "default")));
  }

  private static Optional<Declaration> statement(Syntax node, String within) {
    return node.first()
        .flatMap(
            inner ->
                switch (inner.type()) {
                  case "internal_module" -> inner.grammar().declaration(inner, within);
                  case "assignment_expression" -> assignment(inner);
                  default -> Optional.empty();
                });
  }

  private static Optional<Declaration> assignment(Syntax node) {
    return node.field("right")
        .flatMap(
            right ->
                definition(
                    right,
                    node.field("left")
                        .map(left -> left.field("property").orElse(left).name())
                        .orElse("")));
  }
}
