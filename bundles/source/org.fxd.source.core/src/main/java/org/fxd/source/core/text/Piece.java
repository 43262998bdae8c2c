package org.fxd.source.core.text;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;

/**
 * One snippet in the bytes of its file, old or new, or the file itself as the outermost piece.
 *
 * <p>Pieces are what snippets are before they are nodes (a scanner's regions, named and counted)
 * and what nodes are when they are compared. They are equal only to themselves.
 */
public final class Piece {
  private final Outline outline;
  private final Optional<Piece> parent;
  private final Optional<Entry> entry;
  private final String type;
  private final Name name;
  private final String qualifiedName;
  private final int ordinal;
  private final int depth;
  private final int start;
  private final int end;
  private final List<Piece> children;

  Piece(Outline outline, Optional<Piece> parent, Draft draft, String qualifiedName, int ordinal) {
    this.outline = outline;
    this.parent = parent;
    this.entry = draft.entry();
    this.type = draft.type();
    this.name = draft.name();
    this.qualifiedName = qualifiedName;
    this.ordinal = ordinal;
    this.depth = parent.map(p -> p.depth + 1).orElse(-1);
    this.start = draft.start();
    this.end = draft.end();
    this.children = outline.adopt(this, draft.children());
  }

  /** The file it stands in. */
  public Outline outline() {
    return outline;
  }

  /** The piece around it; empty for the file itself. */
  public Optional<Piece> parent() {
    return parent;
  }

  /** The entry it was read from; empty if it was found by a scanner just now. */
  public Optional<Entry> entry() {
    return entry;
  }

  /** What it is in its language. */
  public String type() {
    return type;
  }

  /** Its own name. */
  public Name name() {
    return name;
  }

  /** The names from the outermost snippet to this one. */
  public String qualifiedName() {
    return qualifiedName;
  }

  /** Counts the snippets of one qualified name in the file, from 1. */
  public int ordinal() {
    return ordinal;
  }

  /** 0 for a snippet directly in the file; -1 for the file. */
  public int depth() {
    return depth;
  }

  /** The offset of its first byte. */
  public int start() {
    return start;
  }

  /** The offset behind its last byte. */
  public int end() {
    return end;
  }

  /** The number of its bytes. */
  public int length() {
    return end - start;
  }

  /** The snippets directly in it, in order. */
  public List<Piece> children() {
    return children;
  }
}
