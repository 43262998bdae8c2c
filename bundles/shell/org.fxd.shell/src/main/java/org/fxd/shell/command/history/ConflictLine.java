package org.fxd.shell.command.history;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/** Finds the line of a file in which the markers of a conflict begin. */
final class ConflictLine {
  private static final String FIRST = "<<<<<<< ";

  private final StringBuilder before = new StringBuilder();

  private ConflictLine() {}

  /**
   * The line, counted from 1; empty if no markers are shown.
   *
   * @param file the file that the node is or is part of; if it is not in there, the first markers
   *     of the file are meant
   */
  static OptionalInt of(Entry file, NodeId id) {
    ConflictLine search = new ConflictLine();
    int from = search.reach(file, id) ? search.before.length() : 0;
    String text = text(file.node());
    for (int at = text.indexOf(FIRST, from); at >= 0; at = text.indexOf(FIRST, at + 1)) {
      if (at == 0 || text.charAt(at - 1) == '\n') {
        return OptionalInt.of(
            (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** Gathers the text before a node; false if it is not there. */
  private boolean reach(Entry entry, NodeId id) {
    if (entry.id().equals(id)) {
      return true;
    }
    before.append(own(entry.node()));
    for (Entry child : entry.node().entries()) {
      if (reach(child, id)) {
        return true;
      }
    }
    return false;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder(own(node));
    node.entries().forEach(entry -> text.append(text(entry.node())));
    return text.toString();
  }

  /** A node's own text; bytes that are none count as what they look like. */
  private static String own(Node node) {
    return node.value()
        .asText()
        .or(() -> node.value().asBlob().map(it -> new String(it.bytes(), StandardCharsets.UTF_8)))
        .orElse("");
  }
}
