package org.fxd.graph.core.change;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.projection.Forms;
import org.fxd.graph.core.node.ObjectReader;

/**
 * What the two forms of a file, raw and scanned, mean to a comparison: a file that only goes from
 * one to the other has not changed.
 */
public final class FileForms {
  static final String CONTENT = "content";
  private static final String SIZE = "size";
  private static final String EXECUTABLE = "executable";

  /** Metadata of a file that follow from its text. */
  private static final Set<String> DERIVED = Set.of(CONTENT, SIZE);

  private FileForms() {}

  /** Whether two nodes are both forms of files, and not of one form. */
  static boolean differ(Node a, Node b) {
    return a.kind().equals(Kind.FILE) && b.kind().equals(Kind.FILE) && raw(a) != raw(b);
  }

  /** Whether two nodes are one file in two forms. */
  static boolean same(Node a, Node b) {
    return differ(a, b)
        && !a.metadata(CONTENT).equals(Value.NONE)
        && a.metadata(CONTENT).equals(b.metadata(CONTENT))
        && a.metadata(EXECUTABLE).equals(b.metadata(EXECUTABLE))
        && !Forms.saysMore(raw(a) ? b : a);
  }

  /** Of two nodes that are one file, the one to keep: the scanned one, else the lesser hash. */
  static Node preferred(Node a, Node b) {
    if (raw(a) != raw(b)) {
      return raw(a) ? b : a;
    }
    return a.hash().compareTo(b.hash()) <= 0 ? a : b;
  }

  /** Whether a metadatum of files follows from their text. */
  public static boolean isDerived(String key) {
    return DERIVED.contains(key);
  }

  /** Whether a metadatum follows from the text of a scanned file, and is to be computed anew. */
  static boolean derived(Node file, String key) {
    return file.kind().equals(Kind.FILE) && !raw(file) && DERIVED.contains(key);
  }

  /** Whether a metadatum of a node follows from the text of a file in either form. */
  static boolean follows(Node node, String key) {
    return node.kind().equals(Kind.FILE) && DERIVED.contains(key);
  }

  /** Sets what follows from the text of a file. */
  public static void derive(NodeBuilder file) {
    MessageDigest digest = Hash.newDigest();
    long size = digest(file.build(), digest);
    file.metadata(CONTENT, Value.of(Hash.ofDigest(digest).bytes()));
    file.metadata(SIZE, Value.of(size));
  }

  private static boolean raw(Node file) {
    return file.value().asBlob().isPresent();
  }

  private static long digest(Node node, MessageDigest digest) {
    long size = 0;
    Value value = node.value();
    if (value instanceof Value.Text text) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      digest.update(bytes);
      size += bytes.length;
    } else if (value instanceof Value.Bytes bytes) {
      digest.update(bytes.bytes());
      size += bytes.bytes().length;
    } else if (value instanceof Value.OfBlob blob) {
      try (InputStream in = blob.blob().open()) {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
          size += read;
        }
      } catch (IOException e) {
        throw new StoreException(
            "Cannot read the content " + blob.blob().hash().brief() + ": " + ObjectReader.reason(e),
            e);
      }
    }
    for (Entry entry : node.entries()) {
      size += digest(entry.node(), digest);
    }
    return size;
  }
}
