package org.fxd.git.jgit;

import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;

/**
 * What was read of a file.
 *
 * @param hash the SHA-256 of its bytes
 * @param size how many there are
 * @param binary whether they look like no text
 * @param blob the bytes, if the transaction has taken them in
 */
record Content(Hash hash, long size, boolean binary, Optional<Blob> blob) {
  /** As many bytes are looked at to tell text from other files, as Git does. */
  static final int SNIFFED = 8000;

  Content with(Blob taken) {
    return new Content(taken.hash(), taken.size(), binary, Optional.of(taken));
  }

  /** The measure alone. */
  Content withoutBytes() {
    return blob.isEmpty() ? this : new Content(hash, size, binary, Optional.empty());
  }

  /** Whether bytes look like no text: a zero among the first of them. */
  static boolean looksBinary(byte[] bytes, int length) {
    for (int i = 0; i < Math.min(length, SNIFFED); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
