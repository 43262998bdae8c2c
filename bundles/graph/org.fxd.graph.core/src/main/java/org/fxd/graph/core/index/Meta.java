package org.fxd.graph.core.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.IndexReader;

/**
 * What an index is of.
 *
 * @param root the root's hash
 * @param projectors the version of the projectors that looked into its files
 */
record Meta(Hash root, String projectors) {
  /** Goes up when keys or terms mean something else; an index of another format is made anew. */
  private static final byte FORMAT = 1;

  /** What the index that is read is of; empty if there is none, or one of another format. */
  static Optional<Meta> of(IndexReader index) {
    return index
        .get(Keys.META)
        .filter(value -> value.length > Hash.LENGTH && value[0] == FORMAT)
        .map(
            value ->
                new Meta(
                    Hash.of(value, 1, Hash.LENGTH),
                    new String(
                        value,
                        1 + Hash.LENGTH,
                        value.length - 1 - Hash.LENGTH,
                        StandardCharsets.UTF_8)));
  }

  void write(Rows rows) {
    byte[] version = projectors.getBytes(StandardCharsets.UTF_8);
    byte[] value =
        ByteBuffer.allocate(1 + Hash.LENGTH + version.length)
            .put(FORMAT)
            .put(root.bytes())
            .put(version)
            .array();
    rows.put(Keys.META, value);
  }
}
