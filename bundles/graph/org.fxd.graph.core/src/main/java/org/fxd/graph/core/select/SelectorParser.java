package org.fxd.graph.core.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.core.select.Complex.Combinator;
import org.fxd.graph.core.select.Condition.Operator;

/**
 * Reads a selector, in one pass without going back. Every error is a {@link
 * org.fxd.graph.api.select.SelectorException} that points at the column.
 */
final class SelectorParser {
  /** How deep lists may be nested within lists. */
  static final int DEPTH = 64;

  private static final List<String> PSEUDOS =
      List.of(
          "not",
          "is",
          "has",
          "can",
          "contains",
          "nth-child",
          "first-child",
          "last-child",
          "root",
          "empty");

  private static final String COMPOUND =
      "Expected is one of *, .type, #id, [attribute] or :pseudo, such as .snippet[lang=java].";
  private static final String ATTRIBUTE =
      "An attribute is written [name], or [name=value] with one of = != *= ^= $= ~= < <= > >=;"
          + " put quotes around a value that is not a word.";
  private static final String CLOSING = "Close the parenthesis with ).";

  private final SelectorReader in;
  private int depth;

  private SelectorParser(String text) {
    this.in = new SelectorReader(text);
  }

  /**
   * Reads a selector.
   *
   * @throws org.fxd.graph.api.select.SelectorException if the text is none
   */
  static SelectorList parse(String text) {
    SelectorParser parser = new SelectorParser(text);
    SelectorList list = parser.list();
    if (!parser.in.atEnd()) {
      throw parser.in.error(
          parser.in.at(), "this parenthesis was never opened", "Take it away, or open one before.");
    }
    return list;
  }

  private SelectorList list() {
    List<Complex> any = new ArrayList<>();
    do {
      any.add(complex());
    } while (in.skip(','));
    return new SelectorList(any);
  }

  /** With white space around it; stops before a comma, a closing parenthesis or the end. */
  private Complex complex() {
    List<Compound> compounds = new ArrayList<>();
    List<Combinator> combinators = new ArrayList<>();
    in.space();
    compounds.add(compound());
    while (true) {
      boolean space = in.space();
      if (in.atEnd() || in.sees(',') || in.sees(')')) {
        return new Complex(compounds, combinators);
      }
      if (in.skip('>')) {
        in.space();
        combinators.add(Combinator.CHILD);
      } else if (space) {
        combinators.add(Combinator.DESCENDANT);
      } else {
        throw unexpected();
      }
      compounds.add(compound());
    }
  }

  private RuntimeException unexpected() {
    if (in.sees('*')) {
      return in.error(
          in.at(), "* stands first", "Put * before the other conditions, or leave it out.");
    }
    if (in.sees('+') || in.sees('~')) {
      return in.error(
          in.at(),
          "siblings have no combinator here",
          "White space is for something below, > for a child; :nth-child tells siblings apart.");
    }
    return in.error(in.at(), in.here() + " cannot stand here", COMPOUND);
  }

  private Compound compound() {
    List<Condition> all = new ArrayList<>();
    if (in.skip('*')) {
      all.add(new Condition.Any());
    }
    while (true) {
      if (in.skip('.')) {
        all.add(new Condition.Type(in.word(false, "a type", "A type is a word: .snippet")));
      } else if (in.skip('#')) {
        all.add(new Condition.Id(in.word(false, "an id", "An id is a word: #ab12cd")));
      } else if (in.skip('[')) {
        all.add(attribute());
      } else if (in.skip(':')) {
        all.add(pseudo());
      } else if (all.isEmpty()) {
        throw missing();
      } else {
        return new Compound(all);
      }
    }
  }

  private RuntimeException missing() {
    if (in.atEnd() || in.sees(',') || in.sees(')')) {
      return in.error(in.at(), "a condition is missing", COMPOUND);
    }
    if (in.seesWord()) {
      return in.error(
          in.at(),
          "a word stands alone",
          "A type begins with a dot, an id with #, an attribute is in brackets: .snippet[name=x].");
    }
    return unexpected();
  }

  private Condition attribute() {
    in.space();
    String key = in.word(true, "the name of an attribute", ATTRIBUTE);
    in.space();
    if (in.skip(']')) {
      return new Condition.Has(key);
    }
    Operator operator = operator();
    in.space();
    String value = in.value(ATTRIBUTE);
    in.space();
    boolean ignoreCase = in.skip('i');
    if (!ignoreCase) {
      in.skip('s');
    }
    in.space();
    in.expect(']', ATTRIBUTE);
    return new Condition.Test(key, operator, value, ignoreCase);
  }

  private Operator operator() {
    int from = in.at();
    for (Operator operator : Operator.values()) {
      String sign = operator.sign();
      if (sign.length() == 2 && in.sees(sign.charAt(0))) {
        in.skip(sign.charAt(0));
        if (in.skip('=')) {
          return operator;
        }
        if (sign.equals("<=") || sign.equals(">=")) {
          return sign.equals("<=") ? Operator.LESS : Operator.GREATER;
        }
        throw in.error(from, "this is not an operator", ATTRIBUTE);
      }
    }
    if (in.skip('=')) {
      return Operator.EQUAL;
    }
    throw in.error(from, in.atEnd() ? "']' is missing" : "this is not an operator", ATTRIBUTE);
  }

  private Condition pseudo() {
    int from = in.at();
    String name = in.letters();
    if (!PSEUDOS.contains(name)) {
      throw in.error(from, "this pseudo is not known", known(name));
    }
    return switch (name) {
      case "first-child" -> new Condition.NthChild(0, 1, Optional.empty());
      case "last-child" -> new Condition.LastChild();
      case "root" -> new Condition.Root();
      case "empty" -> new Condition.Empty();
      default -> function(name, from);
    };
  }

  private Condition function(String name, int from) {
    in.expect('(', "What :" + name + " asks for stands in parentheses.");
    if (++depth > DEPTH) {
      throw in.error(
          from, "it is nested too deep", "Lists stand in lists at most " + DEPTH + " deep.");
    }
    Condition condition = argument(name);
    in.space();
    in.expect(')', CLOSING);
    depth--;
    return condition;
  }

  private static String known(String name) {
    List<String> near = NearMisses.of(name, PSEUDOS, 1);
    return near.isEmpty()
        ? "There are :" + String.join(" :", PSEUDOS) + "."
        : "Probably :" + near.get(0) + " is meant.";
  }

  private Condition argument(String name) {
    return switch (name) {
      case "not" -> new Condition.Not(list());
      case "is" -> new Condition.Is(list());
      case "has" -> holds();
      case "can" -> {
        in.space();
        in.skip('.');
        yield new Condition.Can(in.word(false, "a word", "It is written :can(word)."));
      }
      case "contains" -> {
        in.space();
        String hint = "It is written :contains(\"text\") or :contains(\"text\" i).";
        String text = in.value(hint);
        in.space();
        yield new Condition.Contains(text, in.skip('i'));
      }
      default -> nthChild();
    };
  }

  /** Alternatives of both sorts, below and right below, become alternatives of two conditions. */
  private Condition holds() {
    List<Complex> below = new ArrayList<>();
    List<Complex> children = new ArrayList<>();
    do {
      in.space();
      (in.skip('>') ? children : below).add(complex());
    } while (in.skip(','));
    if (children.isEmpty()) {
      return new Condition.Holds(new SelectorList(below), false);
    }
    Condition right = new Condition.Holds(new SelectorList(children), true);
    if (below.isEmpty()) {
      return right;
    }
    return new Condition.Is(
        new SelectorList(
            List.of(alone(new Condition.Holds(new SelectorList(below), false)), alone(right))));
  }

  private static Complex alone(Condition condition) {
    return new Complex(List.of(new Compound(List.of(condition))), List.of());
  }

  private Condition nthChild() {
    String hint =
        "It is written :nth-child(2), :nth-child(odd) or :nth-child(3n+1), perhaps with ' of .type'.";
    in.space();
    int from = in.at();
    int step = 0;
    int offset;
    if (in.sees('o') || in.sees('e')) {
      String word = in.letters();
      if (!word.equals("odd") && !word.equals("even")) {
        throw in.error(from, "this is not a place", hint);
      }
      step = 2;
      offset = word.equals("odd") ? 1 : 0;
    } else {
      int sign = sign();
      String digits = in.digits();
      if (in.skip('n')) {
        step = sign * (digits.isEmpty() ? 1 : number(digits, from, hint));
        offset = offset(hint);
      } else {
        offset = sign * number(digits, from, hint);
      }
    }
    if (in.space() && in.sees('o')) {
      int word = in.at();
      if (!in.letters().equals("of")) {
        throw in.error(word, "this is not 'of'", hint);
      }
      return new Condition.NthChild(step, offset, Optional.of(list()));
    }
    return new Condition.NthChild(step, offset, Optional.empty());
  }

  private int sign() {
    if (in.skip('-')) {
      return -1;
    }
    in.skip('+');
    return 1;
  }

  private int offset(String hint) {
    int sign = 0;
    // White space before an "of" belongs to what follows; before a sign it means nothing.
    if (in.spaceBefore('+') || in.spaceBefore('-')) {
      sign = sign();
    }
    if (sign == 0) {
      return 0;
    }
    in.space();
    return sign * number(in.digits(), in.at(), hint);
  }

  private int number(String digits, int from, String hint) {
    if (digits.isEmpty()) {
      throw in.error(in.at(), "a number is missing", hint);
    }
    if (digits.length() > 9) {
      throw in.error(from, "this number is too large", "Numbers here have at most nine digits.");
    }
    return Integer.parseInt(digits);
  }
}
