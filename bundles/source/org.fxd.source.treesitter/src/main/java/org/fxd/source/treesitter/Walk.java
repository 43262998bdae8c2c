package org.fxd.source.treesitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/**
 * Goes over the outer levels of a syntax tree. Every call into the native library costs about a
 * microsecond, so it asks as few nodes as it can for as little as it can.
 */
final class Walk {
  /** More nodes than this on the levels looked at are not source code that a person wrote. */
  private static final int MOST_NODES = 1_000_000;

  /** Types are nested no deeper than this; what is deeper belongs to the innermost. */
  private static final int DEEPEST = 32;

  private static final int NODES_BETWEEN_CHECKS = 256;

  private final Grammar grammar;
  private final Text text;
  private final Cancellation cancellation;
  private int visited;

  Walk(Grammar grammar, Text text, Cancellation cancellation) {
    this.grammar = grammar;
    this.text = text;
    this.cancellation = cancellation;
  }

  List<Piece> pieces(TSNode root) {
    return level(root, 0, "");
  }

  private List<Piece> level(TSNode container, int depth, String within) {
    List<Piece> pieces = new ArrayList<>();
    try (TSTreeCursor cursor = new TSTreeCursor(container)) {
      int lists = 0;
      boolean more = cursor.gotoFirstChild();
      while (more) {
        count();
        TSNode node = cursor.currentNode();
        int symbol = node.getSymbol();
        Grammar.Step step = grammar.step(symbol);
        if (step == Grammar.Step.LIST && cursor.gotoFirstChild()) {
          lists++;
          continue;
        }
        add(node, step, depth, within, pieces);
        more = cursor.gotoNextSibling();
        while (!more && lists > 0) {
          cursor.gotoParent();
          lists--;
          more = cursor.gotoNextSibling();
        }
      }
    }
    return pieces;
  }

  private void add(TSNode node, Grammar.Step step, int depth, String within, List<Piece> pieces) {
    switch (step) {
      case DECLARATION -> declaration(node, depth, within).ifPresent(pieces::add);
      case COMMENT ->
          pieces.add(Piece.beside(Piece.Role.COMMENT, node.getStartByte(), node.getEndByte()));
      case PREFIX ->
          pieces.add(Piece.beside(Piece.Role.PREFIX, node.getStartByte(), node.getEndByte()));
      default -> {}
    }
  }

  private Optional<Piece> declaration(TSNode node, int depth, String within) {
    Syntax syntax = new Syntax(node, grammar, text);
    return grammar
        .declaration(syntax, within)
        .map(
            declared -> {
              List<Piece> inner =
                  depth < DEEPEST
                      ? declared
                          .body()
                          .map(body -> level(body.node(), depth + 1, declared.type()))
                          .orElse(List.of())
                      : List.of();
              return new Piece(
                  Piece.Role.DECLARATION,
                  declared.type(),
                  declared.name(),
                  syntax.start(),
                  syntax.end(),
                  inner);
            });
  }

  private void count() {
    if (++visited > MOST_NODES) {
      throw new FxdException(
          "The text has more than " + MOST_NODES + " parts on its outer levels.");
    }
    if (visited % NODES_BETWEEN_CHECKS == 0) {
      cancellation.check();
    }
  }
}
