package org.fxd.graph.core.upkeep;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.workspace.Workspace;

/**
 * The way down to a node that perhaps cannot be read any more. Its text is what a person calls it:
 * {@code src/App.java} for a file, {@code src/App.java#App.run} for a snippet, names with dots
 * between for all that is not under {@code code}.
 *
 * @param up the way to the parent; null at the top
 * @param name the entry's name; null at the top
 * @param kind the node's kind; null as long as it is not known
 */
record Trail(Trail up, Name name, Kind kind) {
  /** A state, or the root. */
  static final Trail TOP = new Trail(null, null, null);

  /** The same, when the node's kind is known. */
  Trail as(Kind known) {
    return new Trail(up, name, known);
  }

  /** To an entry of the node. */
  Trail down(Name entry) {
    return new Trail(this, entry, null);
  }

  @Override
  public String toString() {
    Deque<Trail> way = new ArrayDeque<>();
    for (Trail at = this; at.up != null; at = at.up) {
      way.push(at);
    }
    // A state holds the root and the references; the path begins below.
    boolean refs = false;
    if (!way.isEmpty() && Kind.STATE.equals(way.peek().up.kind)) {
      refs = way.pop().name.toString().equals("refs");
    }
    if (refs) {
      return way.isEmpty() ? "the references" : "the reference " + way.peek().name;
    }
    if (way.isEmpty()) {
      return "the whole project";
    }
    boolean code = way.peek().name.equals(Name.of(Workspace.CODE)) && way.size() > 1;
    if (code) {
      way.pop();
    }
    StringBuilder text = new StringBuilder();
    String separator = code ? "/" : ".";
    for (Trail step : way) {
      if (step.name.length() > 0) {
        text.append(text.isEmpty() ? "" : separator).append(step.name);
        separator = separator.equals("#") ? "." : separator;
      }
      separator = Kind.FILE.equals(step.kind) ? "#" : separator;
    }
    return text.toString();
  }
}
