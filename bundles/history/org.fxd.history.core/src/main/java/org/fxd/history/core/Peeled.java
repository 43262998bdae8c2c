package org.fxd.history.core;

import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.store.api.ObjectType;

/**
 * What an annotated tag leads to, read from the first bytes of its node. So whoever asks for a
 * commit by what a reference holds gets one, whether or not something was said with the tag; only
 * who wants to know what was said has to read the node.
 */
final class Peeled {
  private static final int NODE_VERSION = 1;
  private static final int LINK = 8;

  private Peeled() {}

  /**
   * The object that a tag's node links to.
   *
   * @param encoded any object
   * @return empty if it is no such node
   */
  static Optional<Hash> of(byte[] encoded) {
    try {
      Decoder in = new Decoder(encoded);
      boolean isTag =
          in.octet() == ObjectType.NODE.code()
              && in.octet() == NODE_VERSION
              && in.text().equals(Kind.TAG.name())
              && in.octet() == LINK;
      return isTag ? Optional.of(in.hash()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // It ends before it could be one.
    }
  }
}
