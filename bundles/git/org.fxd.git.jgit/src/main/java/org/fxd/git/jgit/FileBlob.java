package org.fxd.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.fxd.git.jgit.object.CheckedStream;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;

/**
 * The content of a file that stays where it is, read when it is asked for. Others may write to the
 * file meanwhile; then reading it fails, for it is not that content any more.
 *
 * @param path where it is
 * @param hash the SHA-256 of what it held
 * @param size how many bytes it held
 */
record FileBlob(Path path, Hash hash, long size) implements Blob {
  @Override
  public InputStream open() {
    MessageDigest digest = Hash.newDigest();
    try {
      return new CheckedStream(
          new DigestInputStream(FileReader.open(path), digest), () -> check(digest));
    } catch (IOException e) {
      throw new StoreException("Cannot read " + path + ": " + Reasons.of(e) + ".", e);
    }
  }

  private void check(MessageDigest digest) {
    if (!Hash.ofDigest(digest).equals(hash)) {
      throw new StoreException(
          path + " was written to while it was compared.", "Ask again; it is read anew then.");
    }
  }
}
