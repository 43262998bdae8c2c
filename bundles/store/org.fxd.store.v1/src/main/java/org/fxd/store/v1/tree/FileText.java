package org.fxd.store.v1.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.Fields;

/**
 * The text of files, and files of texts. A file's bytes are those of its leaves, in order; it says
 * their hash and number itself, which nobody else is believed.
 */
final class FileText {
  private static final String CONTENT = "content";
  private static final String SIZE = "size";
  private static final Set<Kind> WITHIN = Set.of(Kind.SNIPPET, Kind.HEAD, Kind.GAP);

  /** What a node is that says it is a file and cannot be one. */
  private static final String TYPE = "file";

  private final Nodes nodes;

  FileText(Nodes nodes) {
    this.nodes = nodes;
  }

  /** A file of what was read; if that cannot be one, data of that type. */
  Node file(Fields fields, List<Entry> entries) {
    boolean raw = entries.isEmpty() && fields.value().asBlob().isPresent();
    boolean scanned =
        fields.value().equals(Value.NONE)
            && entries.stream().allMatch(entry -> isText(entry.node()));
    NodeBuilder file = nodes.builder(raw || scanned ? Kind.FILE : Kind.DATA).value(fields.value());
    fields.metadata().forEach(file::metadata);
    file.appendAll(entries);
    if (!raw && !scanned) {
      return file.metadata("type", Value.of(TYPE)).build();
    }
    MessageDigest digest = Hash.newDigest();
    long size;
    try (Counting out = new Counting(digest)) {
      write(file.build(), out);
      size = out.count;
    } catch (IOException e) {
      throw unreadable(e);
    }
    return file.metadata(CONTENT, Value.of(digest.digest())).metadata(SIZE, Value.of(size)).build();
  }

  private static final class Counting extends DigestOutputStream {
    private long count;

    private Counting(MessageDigest digest) {
      super(OutputStream.nullOutputStream(), digest);
    }

    @Override
    public void write(int b) throws IOException {
      super.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      super.write(bytes, from, length);
      count += length;
    }
  }

  private static StoreException unreadable(IOException e) {
    return new StoreException("Cannot read a file's content: " + e.getMessage(), e);
  }

  /** Whether a node and all below it can stand within a file. */
  private static boolean isText(Node node) {
    Deque<Node> left = new ArrayDeque<>(List.of(node));
    while (!left.isEmpty()) {
      Node next = left.pop();
      boolean leaf = next.value() instanceof Value.Text || next.value() instanceof Value.Bytes;
      boolean container = next.value().equals(Value.NONE);
      if (!WITHIN.contains(next.kind()) || !leaf && !container || leaf && next.size() > 0) {
        return false;
      }
      next.entries().forEach(entry -> left.push(entry.node()));
    }
    return true;
  }

  /** The text of a node and all below it; empty if it is not UTF-8. */
  static Optional<String> of(Node node) {
    return Cell.of(bytes(node)).text();
  }

  private static byte[] bytes(Node node) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(node, out);
    } catch (IOException e) {
      throw unreadable(e);
    }
    return out.toByteArray();
  }

  /** The text of a node and all below it, whatever it takes to make it one. */
  static String shown(Node node) {
    return new String(bytes(node), StandardCharsets.UTF_8);
  }

  /** A value as text. */
  static String shown(Value value) {
    if (value instanceof Value.OfBlob blob) {
      return Cell.of(blob.blob().bytes()).shown();
    }
    return value instanceof Value.Bytes bytes ? Cell.of(bytes.bytes()).shown() : value.toString();
  }

  /** A file without what {@link #file} finds out by itself. */
  static Fields withoutContent(Fields fields) {
    if (!fields.kind().equals(Kind.FILE)) {
      return fields;
    }
    SortedMap<String, Value> rest = new TreeMap<>(fields.metadata());
    rest.remove(CONTENT);
    rest.remove(SIZE);
    return new Fields(fields.kind(), fields.value(), rest);
  }

  private static void write(Node node, OutputStream out) throws IOException {
    leaf(node.value(), out);
    Deque<Iterator<Entry>> open = new ArrayDeque<>();
    open.push(node.entries().iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Node next = open.peek().next().node();
      leaf(next.value(), out);
      if (next.size() > 0) {
        open.push(next.entries().iterator());
      }
    }
  }

  private static void leaf(Value value, OutputStream out) throws IOException {
    if (value instanceof Value.Text text) {
      out.write(text.text().getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Value.Bytes bytes) {
      out.write(bytes.bytes());
    } else if (value instanceof Value.OfBlob blob) {
      try (InputStream in = blob.blob().open()) {
        in.transferTo(out);
      }
    }
  }
}
