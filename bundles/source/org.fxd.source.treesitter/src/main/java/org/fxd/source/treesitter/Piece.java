package org.fxd.source.treesitter;

import java.util.List;

/**
 * What the walk found on one level of a file, as it stands in the text: the bounds are those of the
 * syntax node, not yet of lines.
 *
 * @param role what it is
 * @param type of a declaration, what it declares; else empty
 * @param name of a declaration, its name; else empty
 * @param inner of a declaration, what is in its body
 */
record Piece(Role role, String type, String name, int start, int end, List<Piece> inner) {
  enum Role {
    /** A declaration, which becomes a region. */
    DECLARATION,
    /** A comment; it goes with the declaration below it if it stands directly above. */
    COMMENT,
    /** A decorator that the grammar keeps outside its declaration. */
    PREFIX
  }

  /** A comment or a prefix. */
  static Piece beside(Role role, int start, int end) {
    return new Piece(role, "", "", start, end, List.of());
  }

  boolean declares() {
    return role == Role.DECLARATION;
  }
}
