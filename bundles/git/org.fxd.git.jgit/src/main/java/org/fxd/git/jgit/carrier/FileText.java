package org.fxd.git.jgit.carrier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;

/** The text of a scanned file, and where the nodes in it stand in it. */
final class FileText {
  private final byte[] bytes;
  private final Map<Hash, Integer> lengths = new HashMap<>();

  FileText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** How many bytes a node writes: its value, and then its entries. */
  int length(Node node) {
    Integer known = lengths.get(node.hash());
    if (known != null) {
      return known;
    }
    int length = written(node.value()).length;
    for (Entry entry : node.entries()) {
      length += length(entry.node());
    }
    lengths.put(node.hash(), length);
    return length;
  }

  /** Whether these bytes stand at a position. */
  boolean has(byte[] part, int start) {
    return part.length > 0
        && start + part.length <= bytes.length
        && Arrays.equals(part, 0, part.length, bytes, start, start + part.length);
  }

  /** What a value writes; nothing if it is neither text nor bytes. */
  static byte[] written(Value value) {
    if (value instanceof Value.Text text) {
      return text.text().getBytes(StandardCharsets.UTF_8);
    }
    return value instanceof Value.Bytes raw ? raw.bytes() : new byte[0];
  }
}
