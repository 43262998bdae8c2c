package org.fxd.graph.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fxd.graph.api.error.UsageException;

/**
 * The way from a root, or from any other node, down to a node: names with dots between.
 *
 * <pre>
 * path   = "" | step *( "." step )
 * step   = name [ "~" ordinal ]            the n-th entry of that name, from 1; 1 if left out
 * name   = 1*( plain | escape ) | DQUOTE *( quoted | escape ) DQUOTE
 * plain  = any character but . ~ " \ and control characters
 * quoted = any character but " \ and control characters
 * escape = "\" any character but x and control characters, which stands for itself
 *        | "\x" 2 hexadecimal digits, which stand for one byte
 * </pre>
 *
 * So {@code code.src."Main.java".Greeter.greet~2} and {@code code.src.Main\.java.Greeter.greet~2}
 * are the same path. The text form quotes a name that holds a dot, a tilde, a quote, a backslash or
 * white space, or is empty, and escapes control characters and bytes that are not UTF-8, so that
 * {@code parse(path.toString())} is the path for every path.
 *
 * @param steps none for the node itself
 */
public record NodePath(List<Step> steps) {
  /** The path of the node that one starts from. */
  public static final NodePath ROOT = new NodePath(List.of());

  /**
   * One step down.
   *
   * @param name the entry's name
   * @param ordinal which of the entries with that name, from 1, in the order of the entries
   */
  public record Step(Name name, int ordinal) {
    /**
     * A step.
     *
     * @throws IllegalArgumentException if the ordinal is below 1
     */
    public Step {
      if (ordinal < 1) {
        throw new IllegalArgumentException("Ordinals count from 1, not from " + ordinal);
      }
    }

    @Override
    public String toString() {
      return PathText.write(name) + (ordinal == 1 ? "" : "~" + ordinal);
    }
  }

  public NodePath {
    steps = List.copyOf(steps);
  }

  /** The path whose names are given, each the first of its name. */
  public static NodePath of(String... names) {
    List<Step> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(new Step(Name.of(name), 1));
    }
    return new NodePath(steps);
  }

  /**
   * Reads the text form.
   *
   * @throws UsageException if it does not have the form above; the message names the column, from 1
   */
  public static NodePath parse(String text) {
    return text.isEmpty() ? ROOT : new NodePath(new PathText(text).steps());
  }

  /** The path of a child: the first of that name. */
  public NodePath child(Name name) {
    return child(name, 1);
  }

  /** The path of the n-th child of a name, from 1. */
  public NodePath child(Name name, int ordinal) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(name, ordinal));
    return new NodePath(longer);
  }

  /** This path, and from there another. */
  public NodePath resolve(NodePath further) {
    List<Step> longer = new ArrayList<>(steps);
    longer.addAll(further.steps);
    return new NodePath(longer);
  }

  /**
   * The path of the parent.
   *
   * @throws IllegalStateException if this is {@link #ROOT}
   */
  public NodePath parent() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("The root has no parent");
    }
    return new NodePath(steps.subList(0, steps.size() - 1));
  }

  /** Whether this is {@link #ROOT}. */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** The text form. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("."));
  }
}
