package org.fxd.history.api.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Selector;

/**
 * Which commits are wanted. Immutable; the methods with {@code with} give another query. What is
 * not asked for does not count; all that is asked for must hold.
 *
 * @param from the commits to begin with; none for nothing
 * @param without commits that are left out, with all their ancestors
 * @param paths what a commit must have changed: one of the nodes at these paths, or something below
 * @param node what a commit must have changed: the node with this id, wherever it stood
 * @param selector what a commit must have changed: a file or snippet that this finds
 * @param author what the author's name and address must hold, as a pattern
 * @param message what the message must hold, as a pattern
 * @param text what a commit must have added or removed
 * @param since the earliest moment of committing
 * @param until the latest moment of committing
 * @param merges whether commits with several parents count
 * @param line which parents are followed
 */
public record LogQuery(
    List<Hash> from,
    List<Hash> without,
    List<NodePath> paths,
    Optional<NodeId> node,
    Optional<Selector> selector,
    Optional<Pattern> author,
    Optional<Pattern> message,
    Optional<TextChange> text,
    Optional<Instant> since,
    Optional<Instant> until,
    Merges merges,
    Line line) {
  /** Which commits count, by the number of their parents. */
  public enum Merges {
    /** All of them. */
    ALSO,
    /** Only those with several parents. */
    ONLY,
    /** Only those with one parent, or none. */
    NOT
  }

  /** Which parents of a commit are followed. */
  public enum Line {
    /** All of them. */
    ALL,
    /** The first of each: what a branch was by itself. */
    FIRST_PARENTS
  }

  /**
   * A text that came or went.
   *
   * @param text not empty
   * @param how in which direction
   */
  public record TextChange(String text, How how) {
    /** Whether a text came or went. */
    public enum How {
      /** There is more of it after the commit. */
      ADDED,
      /** There is less of it after the commit. */
      REMOVED,
      /** There is more or less of it. */
      EITHER
    }

    public TextChange {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("An empty text neither comes nor goes");
      }
    }
  }

  public LogQuery {
    from = List.copyOf(from);
    without = List.copyOf(without);
    paths = List.copyOf(paths);
  }

  /** All commits that some lead to. */
  public static LogQuery of(List<Hash> from) {
    return new LogQuery(
        from,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Merges.ALSO,
        Line.ALL);
  }

  /** Without some commits and their ancestors. */
  public LogQuery without(List<Hash> commits) {
    return new LogQuery(
        from, commits, paths, node, selector, author, message, text, since, until, merges, line);
  }

  /** Only what changed one of the nodes at some paths. */
  public LogQuery withPaths(List<NodePath> all) {
    return new LogQuery(
        from, without, all, node, selector, author, message, text, since, until, merges, line);
  }

  /** Only what changed a node. */
  public LogQuery withNode(NodeId id) {
    return new LogQuery(
        from,
        without,
        paths,
        Optional.of(id),
        selector,
        author,
        message,
        text,
        since,
        until,
        merges,
        line);
  }

  /** Only what changed something that a selector finds. */
  public LogQuery withSelector(Selector one) {
    return new LogQuery(
        from,
        without,
        paths,
        node,
        Optional.of(one),
        author,
        message,
        text,
        since,
        until,
        merges,
        line);
  }

  /** Only what authors whose name or address holds a pattern did. */
  public LogQuery withAuthor(Pattern pattern) {
    return new LogQuery(
        from,
        without,
        paths,
        node,
        selector,
        Optional.of(pattern),
        message,
        text,
        since,
        until,
        merges,
        line);
  }

  /** Only what has a message that holds a pattern. */
  public LogQuery withMessage(Pattern pattern) {
    return new LogQuery(
        from,
        without,
        paths,
        node,
        selector,
        author,
        Optional.of(pattern),
        text,
        since,
        until,
        merges,
        line);
  }

  /** Only what a text came or went with. */
  public LogQuery withText(TextChange change) {
    return new LogQuery(
        from,
        without,
        paths,
        node,
        selector,
        author,
        message,
        Optional.of(change),
        since,
        until,
        merges,
        line);
  }

  /** Only what was committed between two moments. */
  public LogQuery withTime(Optional<Instant> earliest, Optional<Instant> latest) {
    return new LogQuery(
        from, without, paths, node, selector, author, message, text, earliest, latest, merges,
        line);
  }

  /** With or without merges. */
  public LogQuery withMerges(Merges which) {
    return new LogQuery(
        from, without, paths, node, selector, author, message, text, since, until, which, line);
  }

  /** Along some parents. */
  public LogQuery withLine(Line which) {
    return new LogQuery(
        from, without, paths, node, selector, author, message, text, since, until, merges, which);
  }
}
