package org.fxd.source.api.scan;

import java.util.List;

/**
 * A snippet in a text, before it has an identity.
 *
 * @param type what it is, such as {@code class}, {@code method}, {@code function}, {@code section}
 * @param name its own name, without parameters; may be empty
 * @param start the offset of its first byte
 * @param end the offset behind its last byte; greater than {@code start}
 * @param children the snippets within it
 */
public record Region(String type, String name, int start, int end, List<Region> children) {
  public Region {
    children = List.copyOf(children);
  }
}
