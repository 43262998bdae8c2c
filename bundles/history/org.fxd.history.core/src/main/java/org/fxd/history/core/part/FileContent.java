package org.fxd.history.core.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.source.api.FileMeta;

/** What of a file's metadata follows from its text. */
final class FileContent {
  private FileContent() {}

  /** Sets it anew, for a scanned file whose inner nodes were put together. */
  static void derive(NodeBuilder file) {
    MessageDigest digest = Hash.newDigest();
    try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      long size = write(file.build(), out);
      file.metadata(FileMeta.CONTENT, Value.of(Hash.ofDigest(digest).bytes()));
      file.metadata(FileMeta.SIZE, Value.of(size));
    } catch (IOException e) {
      throw new StoreException("Cannot read the content of a file: " + e.getMessage(), e);
    }
  }

  private static long write(Node node, OutputStream out) throws IOException {
    long size = 0;
    if (node.value() instanceof Value.Text text) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      out.write(bytes);
      size = bytes.length;
    } else if (node.value() instanceof Value.Bytes bytes) {
      out.write(bytes.bytes());
      size = bytes.bytes().length;
    } else if (node.value() instanceof Value.OfBlob blob) {
      try (InputStream in = blob.blob().open()) {
        size = in.transferTo(out);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    for (Entry entry : node.entries()) {
      size += write(entry.node(), out);
    }
    return size;
  }
}
