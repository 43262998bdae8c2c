package org.fxd.merge.core;

import java.nio.charset.StandardCharsets;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.merge.api.Choice;

/** Puts what was chosen between marker lines that stand in a file, and no longer in their node. */
record StrayEdits(FieldEdits edits) {
  /** Whether a hunk of a conflict is in a file as it was written. */
  boolean knows(Spot file, Undecided undecided) {
    String text = text(file.entry().node());
    return Hunk.all(undecided).stream().anyMatch(hunk -> text.contains(hunk.shown()));
  }

  /**
   * Resolves what is in a file.
   *
   * @throws FxdException if it was edited, so that it cannot be told what to put where
   */
  void resolve(NodeBuilder root, Spot file, Undecided undecided, Choice choice) {
    Node node = edits.node(root, file);
    String before = text(node);
    String after = before;
    for (Hunk hunk : Hunk.all(undecided)) {
      int at = after.indexOf(hunk.shown());
      if (at >= 0) {
        after = after.substring(0, at) + chosen(hunk, choice) + after.substring(at + hunk.length());
      }
    }
    if (after.equals(before)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "What is between the marker lines in '"
              + file.entry().name()
              + "' was edited, so that no side can be put in its place.",
          "Edit the file until none of the merge's marker lines is left.",
          null);
    }
    edits.write(root, file, node, after.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Puts a whole file where a stray conflict is.
   *
   * @throws FxdException if it is no file
   */
  void replace(NodeBuilder root, Spot file, Node node) {
    if (!node.kind().equals(Kind.FILE)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The snippet that is in conflict is no longer in '" + file.entry().name() + "'.",
          "Give the whole file instead, or edit it until no marker line is left.",
          null);
    }
    edits.replace(root, file, node);
  }

  private String text(Node file) {
    return new String(edits.sources().render(file), StandardCharsets.UTF_8);
  }

  private static String chosen(Hunk hunk, Choice choice) {
    String chosen = hunk.chosen().get(choice);
    if (chosen == null) {
      throw new UsageException(
          "Both can only be taken of two sides, and there are more here.",
          "Choose --ours or --theirs.");
    }
    return chosen;
  }
}
