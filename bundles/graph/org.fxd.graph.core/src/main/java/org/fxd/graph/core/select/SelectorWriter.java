package org.fxd.graph.core.select;

import java.util.List;
import org.fxd.graph.core.select.Complex.Combinator;

/** Writes a selector in its one canonical form. Reading that gives the same tree again. */
final class SelectorWriter {
  private final StringBuilder out = new StringBuilder();

  private SelectorWriter() {}

  /** The canonical text of a selector. */
  static String write(SelectorList list) {
    SelectorWriter writer = new SelectorWriter();
    writer.list(list, "");
    return writer.out.toString();
  }

  private void list(SelectorList list, String before) {
    String separator = "";
    for (Complex complex : list.any()) {
      out.append(separator).append(before);
      complex(complex);
      separator = ", ";
    }
  }

  private void complex(Complex complex) {
    List<Compound> compounds = complex.compounds();
    for (int i = 0; i < compounds.size(); i++) {
      if (i > 0) {
        out.append(complex.combinators().get(i - 1) == Combinator.CHILD ? " > " : " ");
      }
      compounds.get(i).all().forEach(this::condition);
    }
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.Any) {
      out.append('*');
    } else if (condition instanceof Condition.Type type) {
      word(".", type.name(), false);
    } else if (condition instanceof Condition.Id id) {
      word("#", id.id(), false);
    } else if (condition instanceof Condition.Has has) {
      word("[", has.key(), true);
      out.append(']');
    } else if (condition instanceof Condition.Test test) {
      word("[", test.key(), true);
      out.append(test.operator().sign());
      value(test.value());
      out.append(test.ignoreCase() ? " i]" : "]");
    } else {
      pseudo(condition);
    }
  }

  private void pseudo(Condition condition) {
    if (condition instanceof Condition.Not not) {
      within(":not(", not.list(), "");
    } else if (condition instanceof Condition.Is is) {
      within(":is(", is.list(), "");
    } else if (condition instanceof Condition.Holds holds) {
      within(":has(", holds.list(), holds.children() ? "> " : "");
    } else if (condition instanceof Condition.Can can) {
      word(":can(", can.word(), false);
      out.append(')');
    } else if (condition instanceof Condition.Contains contains) {
      out.append(":contains(");
      value(contains.text());
      out.append(contains.ignoreCase() ? " i)" : ")");
    } else if (condition instanceof Condition.NthChild nth) {
      nthChild(nth);
    } else if (condition instanceof Condition.LastChild) {
      out.append(":last-child");
    } else if (condition instanceof Condition.Root) {
      out.append(":root");
    } else {
      out.append(":empty");
    }
  }

  private void within(String opening, SelectorList list, String before) {
    out.append(opening);
    list(list, before);
    out.append(')');
  }

  private void nthChild(Condition.NthChild nth) {
    if (nth.step() == 0 && nth.offset() == 1 && nth.of().isEmpty()) {
      out.append(":first-child");
      return;
    }
    out.append(":nth-child(");
    int step = nth.step();
    if (step == 0) {
      out.append(nth.offset());
    } else {
      out.append(step == 1 ? "" : step == -1 ? "-" : String.valueOf(step)).append('n');
      if (nth.offset() != 0) {
        out.append(nth.offset() > 0 ? "+" : "").append(nth.offset());
      }
    }
    nth.of().ifPresent(list -> within(" of ", list, ""));
    if (nth.of().isEmpty()) {
      out.append(')');
    }
  }

  private void word(String before, String word, boolean dots) {
    out.append(before);
    word.codePoints()
        .forEach(
            point -> {
              boolean plain = SelectorReader.isWord(point) || dots && point == '.';
              out.append(plain ? "" : "\\").appendCodePoint(point);
            });
  }

  private void value(String value) {
    boolean plain =
        !value.isEmpty()
            && (value.codePoints().allMatch(SelectorReader::isWord)
                || Numbers.end(value, 0) == value.length());
    if (plain) {
      out.append(value);
      return;
    }
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
    out.append('"');
  }
}
