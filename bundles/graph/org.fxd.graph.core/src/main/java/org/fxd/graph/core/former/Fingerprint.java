package org.fxd.graph.core.former;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.fxd.graph.api.Hash;

/**
 * What a file holds, to tell whether it is still that.
 *
 * @param content the SHA-256 of its bytes
 */
record Fingerprint(Hash content) {
  static Fingerprint of(Path file) throws IOException {
    return copying(file, OutputStream.nullOutputStream());
  }

  /** That of a file, which is copied on the way. */
  static Fingerprint copying(Path file, OutputStream out) throws IOException {
    MessageDigest digest = Hash.newDigest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(out);
    }
    return new Fingerprint(Hash.ofDigest(digest));
  }
}
