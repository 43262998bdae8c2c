package org.fxd.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.workspace.Transaction;

/** Takes the contents of files that a project does not have. */
interface Taker {
  /**
   * Takes one.
   *
   * @param content its measure
   * @param bytes the content, if it was read whole; else it is read from the file
   * @throws IOException if the file cannot be read
   */
  Blob take(Found file, Content content, Optional<Blob> bytes) throws IOException;

  /** Into a transaction: what is not small goes to the store at once. */
  static Taker into(Transaction transaction) {
    return (file, content, bytes) -> {
      try (InputStream in = bytes.isPresent() ? bytes.get().open() : FileReader.open(file.path())) {
        return transaction.blob(in);
      }
    };
  }

  /** Nowhere: contents stay in their files, and are read from there when they are asked for. */
  static Taker leaving() {
    return (file, content, bytes) -> new FileBlob(file.path(), content.hash(), content.size());
  }
}
