package org.fxd.graph.core.owner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.change.FileForms;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;

/** Whether nodes themselves differ, apart from where they stand and what stands below them. */
final class OwnChange {
  private static final String CONTENT = "content";

  /** What holds heads or gaps that differ. */
  private final Set<NodeId> texts = new HashSet<>();

  OwnChange(TreeDelta delta) {
    for (Touched touched : delta.kept()) {
      piece(touched.before());
      piece(touched.after());
    }
    delta.added().forEach(this::piece);
    delta.removed().forEach(this::piece);
  }

  private void piece(Match match) {
    if (isPiece(match.node())) {
      match.parent().map(Match::id).ifPresent(texts::add);
    }
  }

  /** Whether a node is a piece of the text of what it stands in. */
  static boolean isPiece(Node node) {
    return node.kind().equals(Kind.HEAD) || node.kind().equals(Kind.GAP);
  }

  /** Whether nothing can be inside a node, also if it is looked into. */
  static boolean isLeaf(Node stored) {
    return stored.size() == 0 && !isBlob(stored);
  }

  /** Whether a node is one blob now that it was not before, and was not looked into. */
  static boolean isReplaced(Match before, Match after) {
    Node from = before.entry().node();
    Node to = after.entry().node();
    return isBlob(to)
        && after.node().hash().equals(to.hash())
        && !from.value().asBlob().map(Blob::hash).equals(to.value().asBlob().map(Blob::hash));
  }

  private static boolean isBlob(Node node) {
    return node.value().asBlob().isPresent();
  }

  /** Whether a node itself is another. */
  boolean differs(Touched touched) {
    Node before = touched.before().node();
    Node after = touched.after().node();
    return differs(before, after)
        || texts.contains(touched.id()) && !text(before).equals(text(after));
  }

  /** Whether kind, value or metadata differ. */
  static boolean differs(Node before, Node after) {
    if (before.hash().equals(after.hash())) {
      return false;
    }
    return !before.kind().equals(after.kind())
        || !before.value().equals(after.value()) && !isSameFile(before, after)
        || !metadata(before).equals(metadata(after));
  }

  /** Whether two nodes are a file of one content, in two forms. */
  private static boolean isSameFile(Node before, Node after) {
    return before.kind().equals(Kind.FILE)
        && isBlob(before) != isBlob(after)
        && !before.metadata(CONTENT).equals(Value.NONE)
        && before.metadata(CONTENT).equals(after.metadata(CONTENT));
  }

  private static Map<String, Value> metadata(Node node) {
    if (!node.kind().equals(Kind.FILE)) {
      return node.metadata();
    }
    Map<String, Value> own = new HashMap<>(node.metadata());
    own.keySet().removeIf(FileForms::isDerived);
    return own;
  }

  /** The heads and gaps of a node, without white space. */
  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : node.entries()) {
      if (isPiece(entry.node())) {
        entry
            .node()
            .value()
            .toString()
            .codePoints()
            .filter(c -> !Character.isWhitespace(c))
            .forEach(text::appendCodePoint);
      }
    }
    return text.toString();
  }
}
