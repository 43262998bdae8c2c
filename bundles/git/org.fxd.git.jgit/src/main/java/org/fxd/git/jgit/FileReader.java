package org.fxd.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;

/** Reads files that others may be writing to. */
final class FileReader {
  /** Files above this size are never held in memory. */
  static final int LARGEST_WHOLE = 8 << 20;

  private static final int ATTEMPTS = 3;

  /**
   * A file that was read whole.
   *
   * @param blob its bytes; none if they are too many
   * @param binary whether they look like no text
   * @param steady whether nobody wrote to it meanwhile
   */
  record Whole(Optional<Blob> blob, boolean binary, boolean steady) {
    static final Whole TOO_LARGE = new Whole(Optional.empty(), false, false);

    static Whole of(byte[] bytes, boolean steady) {
      return new Whole(
          Optional.of(Blob.of(bytes)), Content.looksBinary(bytes, bytes.length), steady);
    }
  }

  private FileReader() {}

  /**
   * Reads a file whole, again if it changed meanwhile.
   *
   * @param before what the file system said of it some time ago
   * @return the file; without its bytes if it is, or grows, larger than {@link #LARGEST_WHOLE}
   */
  static Whole whole(Path path, Stat before) throws IOException {
    Stat earlier = before;
    byte[] bytes = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (InputStream in = open(path)) {
        bytes = read(in, (int) Math.min(earlier.size(), LARGEST_WHOLE));
      }
      if (bytes.length > LARGEST_WHOLE) {
        return Whole.TOO_LARGE;
      }
      Stat later = Stat.of(path);
      if (later.size() == bytes.length && later.equals(earlier)) {
        return Whole.of(bytes, true);
      }
      earlier = later;
    }
    return Whole.of(bytes, false);
  }

  /** All bytes, or one more than {@link #LARGEST_WHOLE}; copies nothing if the size is right. */
  private static byte[] read(InputStream in, int size) throws IOException {
    byte[] bytes = new byte[size];
    int length = in.readNBytes(bytes, 0, size);
    if (length < size) {
      return Arrays.copyOf(bytes, length);
    }
    int next = in.read();
    if (next < 0) {
      return bytes;
    }
    byte[] more = in.readNBytes(LARGEST_WHOLE - size);
    byte[] all = Arrays.copyOf(bytes, size + 1 + more.length);
    all[size] = (byte) next;
    System.arraycopy(more, 0, all, size + 1, more.length);
    return all;
  }

  /** The content's measure, read without holding it. */
  static Content measure(Path path) throws IOException {
    MessageDigest digest = Hash.newDigest();
    try (InputStream in = new DigestInputStream(open(path), digest)) {
      byte[] start = in.readNBytes(Content.SNIFFED);
      long size = start.length + in.transferTo(OutputStream.nullOutputStream());
      return new Content(
          Hash.ofDigest(digest), size, Content.looksBinary(start, start.length), Optional.empty());
    }
  }

  /** Opens a file, but never what a link leads to. */
  static InputStream open(Path path) throws IOException {
    return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }
}
