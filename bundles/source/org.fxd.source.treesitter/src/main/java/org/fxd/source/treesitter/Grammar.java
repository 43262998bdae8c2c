package org.fxd.source.treesitter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.source.treesitter.Rules.Rule;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;

/**
 * A loaded grammar with the rules for it, by the numbers its nodes and fields have. Looking them up
 * by name would cost a string made in native code for every node.
 */
final class Grammar {
  /** The symbol of a node that holds what could not be parsed. */
  private static final int ERROR = 0xFFFF;

  /** What to do with a node. */
  enum Step {
    PASS,
    DECLARATION,
    COMMENT,
    PREFIX,
    LIST
  }

  private final TSLanguage language;
  private final String[] types;
  private final Step[] steps;
  private final Rule[] rules;
  private final Map<String, Integer> fields = new HashMap<>();
  private final boolean byIndent;

  Grammar(TSLanguage language, Rules rules) {
    this.language = language;
    this.byIndent = rules.byIndent();
    int count = language.symbolCount();
    types = new String[count];
    steps = new Step[count];
    this.rules = new Rule[count];
    for (int symbol = 0; symbol < count; symbol++) {
      String type = language.symbolName(symbol);
      types[symbol] = type;
      // A keyword may have the name of a node: the token "class" is not the class.
      boolean named = language.symbolType(symbol) == TSSymbolType.TSSymbolTypeRegular;
      steps[symbol] = named ? step(type, rules) : Step.PASS;
      this.rules[symbol] = rules.declarations().get(type);
    }
    for (int field = 1; field <= language.fieldCount(); field++) {
      fields.put(language.fieldNameForId(field), field);
    }
  }

  private static Step step(String type, Rules rules) {
    if (rules.declarations().containsKey(type)) {
      return Step.DECLARATION;
    }
    if (rules.comments().contains(type)) {
      return Step.COMMENT;
    }
    if (rules.prefixes().contains(type)) {
      return Step.PREFIX;
    }
    return rules.lists().contains(type) ? Step.LIST : Step.PASS;
  }

  TSLanguage language() {
    return language;
  }

  boolean byIndent() {
    return byIndent;
  }

  String type(int symbol) {
    return known(symbol) ? types[symbol] : "ERROR";
  }

  /** What to do with a node: what stands in broken code is looked at like a list. */
  Step step(int symbol) {
    return known(symbol) ? steps[symbol] : symbol == ERROR ? Step.LIST : Step.PASS;
  }

  private boolean known(int symbol) {
    return symbol >= 0 && symbol < types.length;
  }

  /** The number of a field; 0 if the grammar has none of that name. */
  int field(String name) {
    return fields.getOrDefault(name, 0);
  }

  /** What a node declares. */
  Optional<Declaration> declaration(Syntax node, String within) {
    int symbol = node.node().getSymbol();
    return step(symbol) == Step.DECLARATION ? rules[symbol].read(node, within) : Optional.empty();
  }
}
