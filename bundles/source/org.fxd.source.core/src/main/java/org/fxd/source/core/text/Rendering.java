package org.fxd.source.core.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.StoreException;

/** Nodes back to bytes: the leaves, in order. */
public final class Rendering {
  private Rendering() {}

  /** Writes the bytes of a file in either form, or of anything within one. */
  public static void write(Node node, OutputStream out) throws IOException {
    Leaf.write(node.value(), out);
    // A stack of our own: how deep a stored tree is, is not ours to trust.
    Deque<Iterator<Entry>> open = new ArrayDeque<>();
    open.push(node.entries().iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Node next = open.peek().next().node();
      Leaf.write(next.value(), out);
      if (next.size() > 0) {
        open.push(next.entries().iterator());
      }
    }
  }

  /** The bytes of a file in either form, or of anything within one. */
  public static byte[] bytes(Node node) {
    if (node.size() == 0 && node.value().asBlob().isPresent()) {
      return node.value().asBlob().get().bytes();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(node, out);
    } catch (IOException e) {
      throw new StoreException("Cannot read a file's content: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }
}
