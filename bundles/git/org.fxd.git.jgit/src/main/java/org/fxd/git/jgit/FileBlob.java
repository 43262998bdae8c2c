package org.fxd.git.jgit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
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
      return new Checked(new DigestInputStream(FileReader.open(path), digest), digest);
    } catch (IOException e) {
      throw new StoreException("Cannot read " + path + ": " + Reasons.of(e) + ".", e);
    }
  }

  /** Fails at the end if it was another content. */
  private final class Checked extends FilterInputStream {
    private final MessageDigest digest;
    private boolean ended;

    private Checked(InputStream in, MessageDigest digest) {
      super(in);
      this.digest = digest;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read < 0) {
        check();
      }
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read < 0) {
        check();
      }
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      // What is skipped counts too.
      return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void check() {
      if (!ended && !Hash.ofDigest(digest).equals(hash)) {
        throw new StoreException(
            path + " was written to while it was compared.", "Ask again; it is read anew then.");
      }
      ended = true;
    }
  }
}
