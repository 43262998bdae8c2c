package org.fxd.graph.core.select;

import java.util.Optional;

/** One condition on a node. */
public sealed interface Condition {
  /** {@code *}. */
  record Any() implements Condition {}

  /** {@code .name}: the node's kind or one of its types. */
  record Type(String name) implements Condition {}

  /**
   * {@code #id}: its metadatum {@code id}, or its node id or the first six or more digits of it.
   */
  record Id(String id) implements Condition {}

  /** {@code [key]}. */
  record Has(String key) implements Condition {}

  /** {@code [key op value]}. */
  record Test(String key, Operator operator, String value, boolean ignoreCase)
      implements Condition {}

  /** {@code :not(list)}. */
  record Not(SelectorList list) implements Condition {}

  /** {@code :is(list)}. */
  record Is(SelectorList list) implements Condition {}

  /** {@code :has(list)}, or with {@code >} in front, of children only. */
  record Holds(SelectorList list, boolean children) implements Condition {}

  /** {@code :can(word)}. */
  record Can(String word) implements Condition {}

  /** {@code :contains(text)}. */
  record Contains(String text, boolean ignoreCase) implements Condition {}

  /** {@code :nth-child(an+b of list)}; {@code :first-child} is {@code 0n+1}. */
  record NthChild(int step, int offset, Optional<SelectorList> of) implements Condition {}

  /** {@code :last-child}. */
  record LastChild() implements Condition {}

  /** {@code :root}: a child of the root. */
  record Root() implements Condition {}

  /** {@code :empty}: without entries but heads and gaps. */
  record Empty() implements Condition {}

  /** How a value is compared. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    CONTAINS("*="),
    STARTS("^="),
    ENDS("$="),
    WORD("~="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }
  }
}
