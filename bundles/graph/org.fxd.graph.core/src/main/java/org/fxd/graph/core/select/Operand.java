package org.fxd.graph.core.select;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.json.JsonValues;
import org.fxd.graph.core.select.Condition.Operator;

/** What an attribute is compared with, made ready once. Immutable. */
final class Operand {
  private final String text;
  private final BigDecimal number;
  private final boolean ignoreCase;

  Operand(String text, boolean ignoreCase) {
    this.text = ignoreCase ? Fold.of(text) : text;
    this.number = Numbers.parse(text);
    this.ignoreCase = ignoreCase;
  }

  /** Whether an attribute's value stands to this as an operator says. */
  boolean accepts(Operator operator, Optional<Value> value) {
    return operator == Operator.NOT_EQUAL
        ? value.isEmpty() || !equal(value.get())
        : value.isPresent() && accepts(operator, value.get());
  }

  private boolean accepts(Operator operator, Value value) {
    return switch (operator) {
      case EQUAL -> equal(value);
      case NOT_EQUAL -> !equal(value);
      case CONTAINS -> !text.isEmpty() && text(value).contains(text);
      case STARTS -> !text.isEmpty() && text(value).startsWith(text);
      case ENDS -> !text.isEmpty() && text(value).endsWith(text);
      case WORD -> isWordOf(value);
      case LESS -> compare(value) < 0;
      case AT_MOST -> compare(value) <= 0;
      case GREATER -> compare(value) > 0;
      case AT_LEAST -> compare(value) >= 0;
    };
  }

  /** A number equals every text that writes it; a text equals itself only. */
  private boolean equal(Value value) {
    return value instanceof Value.Number other && number != null
        ? other.number().compareTo(number) == 0
        : text(value).equals(text);
  }

  /** Whether this is an element of a JSON array, or one word of a text. */
  boolean isWordOf(Value value) {
    if (value instanceof Value.Json json) {
      Optional<List<Value>> elements = JsonValues.elements(json.json());
      if (elements.isPresent()) {
        return elements.get().stream().anyMatch(this::equal);
      }
    }
    return equal(value) || hasWord(text(value));
  }

  private boolean hasWord(String words) {
    int from = 0;
    while (!text.isEmpty() && from <= words.length() - text.length()) {
      int found = words.indexOf(text, from);
      if (found < 0) {
        return false;
      }
      int end = found + text.length();
      if ((found == 0 || isSpace(words.charAt(found - 1)))
          && (end == words.length() || isSpace(words.charAt(end)))) {
        return text.chars().noneMatch(c -> isSpace((char) c));
      }
      from = found + 1;
    }
    return false;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  private int compare(Value value) {
    if (number != null) {
      BigDecimal other =
          value instanceof Value.Number known
              ? known.number()
              : value instanceof Value.Text written ? Numbers.parse(written.text()) : null;
      if (other != null) {
        return other.compareTo(number);
      }
    }
    return Fold.compare(text(value), text);
  }

  private String text(Value value) {
    String plain = value.toString();
    return ignoreCase ? Fold.of(plain) : plain;
  }
}
