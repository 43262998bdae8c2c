package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;

/**
 * Draws a history in text, commit by commit, each before its parents. Each column is a line of
 * descent that waits for a commit; a commit stands in the first column that waits for it.
 *
 * <pre>
 * *      merge
 * |\
 * | *    theirs
 * * |    ours
 * |/
 * *      base
 * </pre>
 */
public final class GraphLines {
  private final List<Hash> waiting = new ArrayList<>();

  /** Draws the next commit, as {@link #next(Hash, List)}. */
  public List<String> next(Commit commit) {
    return next(commit.id(), commit.parents().stream().distinct().toList());
  }

  /**
   * Draws the next commit.
   *
   * @return the lines, without white space at their ends; the commit is in the one with the star
   */
  List<String> next(Hash commit, List<Hash> parents) {
    List<String> lines = new ArrayList<>();
    int column = waiting.indexOf(commit);
    if (column < 0) {
      column = waiting.size();
      waiting.add(commit);
    }
    for (int other = waiting.lastIndexOf(commit); other > column; ) {
      lines.add(joined(column, other));
      waiting.remove(other);
      other = waiting.lastIndexOf(commit);
    }
    StringBuilder star = row(waiting.size());
    star.setCharAt(2 * column, '*');
    lines.add(trimmed(star));
    if (parents.isEmpty()) {
      waiting.remove(column);
      if (column < waiting.size()) {
        lines.add(closed(column));
      }
      return lines;
    }
    waiting.set(column, parents.get(0));
    for (int i = 1; i < parents.size(); i++) {
      waiting.add(column + i, parents.get(i));
      lines.add(opened(column + i));
    }
    return lines;
  }

  /** All columns go straight down. */
  private static StringBuilder row(int columns) {
    return new StringBuilder(String.join(" ", Collections.nCopies(columns, "|")));
  }

  /** One column goes left into another, and those right of it move up. */
  private String joined(int into, int from) {
    StringBuilder line = row(waiting.size());
    for (int k = from; k < waiting.size(); k++) {
      line.setCharAt(2 * k, ' ');
      line.setCharAt(2 * k - 1, '/');
    }
    for (int k = into; k < from - 1; k++) {
      line.setCharAt(2 * k + 1, '_');
    }
    return trimmed(line);
  }

  /** A column begins, and those right of it make room. */
  private String opened(int column) {
    StringBuilder line = row(waiting.size());
    for (int k = column; k < waiting.size(); k++) {
      line.setCharAt(2 * k, ' ');
      line.setCharAt(2 * k - 1, '\\');
    }
    return trimmed(line);
  }

  /** A column has ended, and those that were right of it move up. */
  private String closed(int column) {
    StringBuilder line = row(waiting.size() + 1);
    line.setCharAt(2 * column, ' ');
    for (int k = column + 1; k <= waiting.size(); k++) {
      line.setCharAt(2 * k, ' ');
      line.setCharAt(2 * k - 1, '/');
    }
    return trimmed(line);
  }

  private static String trimmed(StringBuilder line) {
    return line.toString().stripTrailing();
  }
}
