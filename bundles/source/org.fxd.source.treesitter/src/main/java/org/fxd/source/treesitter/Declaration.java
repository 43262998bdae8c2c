package org.fxd.source.treesitter;

import java.util.Optional;

/**
 * What a rule says of a syntax node that declares something.
 *
 * @param type what it declares, such as {@code method}
 * @param name its name; may be empty
 * @param body the node whose children are its members; empty where nobody should look inside
 */
record Declaration(String type, String name, Optional<Syntax> body) {
  static Declaration leaf(String type, String name) {
    return new Declaration(type, name, Optional.empty());
  }

  Declaration named(String other) {
    return new Declaration(type, other, body);
  }
}
