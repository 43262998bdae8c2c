package org.fxd.history.core;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.error.UsageException;

/**
 * A revision as it was typed: a base, and steps from there.
 *
 * <p>A name may end in hyphens, which are also steps; so a revision can be read in several ways,
 * and {@link #readings} gives them with the longest base first.
 *
 * @param base {@code @}, {@code HEAD}, a name or digits of an id
 * @param steps from the base to the commit
 */
record Revision(String base, List<Step> steps) {
  /** The longest text that is read as a revision. */
  static final int MAX_LENGTH = 8192;

  Revision {
    steps = List.copyOf(steps);
  }

  /** A step from a commit to one of its ancestors. */
  sealed interface Step {
    /** So many times to the first parent. */
    record Back(int count) implements Step {}

    /** To one of the parents, counted from 1; 0 stays. */
    record Parent(int number) implements Step {}
  }

  /**
   * All ways to read a text, the longest base first.
   *
   * @throws UsageException if it can be read in none
   */
  static List<Revision> readings(String text) {
    requireLength(text);
    int end = 0;
    while (end < text.length() && text.charAt(end) != '~' && text.charAt(end) != '^') {
      end++;
    }
    List<Step> behind = steps(text, end);
    List<Revision> readings = new ArrayList<>();
    int hyphens = 0;
    for (int length = end; length > 0; length--) {
      List<Step> steps = new ArrayList<>();
      if (hyphens > 0) {
        steps.add(new Step.Back(hyphens));
      }
      steps.addAll(behind);
      readings.add(new Revision(text.substring(0, length), steps));
      if (text.charAt(length - 1) != '-') {
        return readings;
      }
      hyphens++;
    }
    throw new UsageException(
        "'" + text + "' does not say from where to step.",
        "Put a name before the steps: @- is the parent of what is checked out.");
  }

  /** Refuses a text that is empty, or too long to be read. */
  static void requireLength(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new UsageException(
          text.isEmpty() ? "A revision is missing." : "This is too long for a revision.",
          "Say @ for what is checked out, a branch, a tag, or the first digits of a commit's id.");
    }
  }

  /** The steps in a text from some character on, which are all that may follow there. */
  static List<Step> steps(String text, int from) {
    List<Step> steps = new ArrayList<>();
    int at = from;
    while (at < text.length()) {
      char sign = text.charAt(at++);
      int begin = at;
      if (sign == '~' || sign == '^') {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          at++;
        }
      }
      int number = number(text, begin, at);
      switch (sign) {
        case '-' -> steps.add(new Step.Back(1));
        case '~' -> steps.add(new Step.Back(number));
        case '^' -> steps.add(new Step.Parent(number));
        default ->
            throw new UsageException(
                "'" + text + "' is no revision: '" + sign + "' is no step.",
                "Behind a name come -, ~n and ^n only, such as main~2 or @-.");
      }
    }
    return steps;
  }

  private static int number(String text, int begin, int end) {
    if (begin == end) {
      return 1;
    }
    try {
      return Integer.parseInt(text.substring(begin, end));
    } catch (NumberFormatException e) {
      throw new UsageException(
          "'" + text + "' is no revision: " + text.substring(begin, end) + " is too large.",
          null,
          e);
    }
  }
}
