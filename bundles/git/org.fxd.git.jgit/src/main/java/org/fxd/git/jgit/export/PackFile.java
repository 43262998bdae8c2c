package org.fxd.git.jgit.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.eclipse.jgit.lib.Constants;

/** A pack that grows; nobody sees it before it is finished. Belongs to one thread. */
final class PackFile implements AutoCloseable {
  private static final int HEADER = 12;
  private static final int MAGIC = 0x5041434b;
  private static final int VERSION = 2;
  private static final int PIECE = 1 << 16;
  private static final int SMALL_PIECE = 1 << 12;

  /**
   * What was appended.
   *
   * @param start where it begins
   * @param content where its compressed bytes begin
   * @param crc the sum of all its bytes
   */
  record Part(long start, long content, int crc) {}

  private final Path folder;
  private final Path file;
  private final RandomAccessFile access;
  private final CRC32 crc = new CRC32();
  private final OutputStream out;
  private final Deflater deflater = new Deflater();
  private long length = HEADER;

  /**
   * A pack without an object.
   *
   * @param folder the folder of packs
   */
  PackFile(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.file = newFile();
    this.access = new RandomAccessFile(file.toFile(), "rw");
    access.setLength(HEADER);
    this.out =
        new CheckedOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(access.getChannel()), PIECE), crc);
  }

  /**
   * A new file beside the packs, under a name of which Git knows that it may go when it is old, and
   * with the rights that files there have: temporary files of Java can be read by their owner only.
   */
  Path newFile() throws IOException {
    return Files.createFile(folder.resolve("tmp_fxd_" + UUID.randomUUID()));
  }

  long length() {
    return length;
  }

  /**
   * Appends an object.
   *
   * @param header type, size and base as they are written
   * @param size how many bytes there are to compress
   */
  Part append(byte[] header, long size, InputStream in) throws IOException {
    access.seek(length);
    crc.reset();
    final long start = length;
    out.write(header);
    deflater.reset();
    DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, SMALL_PIECE);
    long copied = in.transferTo(packed);
    packed.finish();
    out.flush();
    if (copied != size) {
      throw new IOException("an object has " + copied + " bytes, not " + size);
    }
    length = access.getChannel().position();
    return new Part(start, start + header.length, (int) crc.getValue());
  }

  /** Takes back what was appended last. */
  void cut(long to) throws IOException {
    access.setLength(to);
    length = to;
  }

  /** Reads what was appended; of use until the next is. */
  InputStream open(Part part) {
    return new InflaterInputStream(new Section(access, part.content(), length));
  }

  /**
   * Makes it complete and durable.
   *
   * @return its checksum
   */
  byte[] finish(int objects) throws IOException {
    access.seek(0);
    access.write(ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(VERSION).putInt(objects).array());
    MessageDigest digest = Constants.newMessageDigest();
    try (InputStream in = new BufferedInputStream(new Section(access, 0, length), PIECE);
        OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(hashed);
    }
    byte[] checksum = digest.digest();
    access.seek(length);
    access.write(checksum);
    access.getFD().sync();
    return checksum;
  }

  /** Puts it among the packs, when its index is there to be put beside it. */
  void publish(String name, Path index) throws IOException {
    access.close();
    for (Path each : List.of(file, index)) {
      if (!each.toFile().setReadOnly()) {
        throw new IOException(each + " cannot be made read-only");
      }
    }
    Path pack = folder.resolve(name + ".pack");
    Files.move(file, pack, StandardCopyOption.ATOMIC_MOVE);
    // Git looks for the index first, and finds the pack then.
    Files.move(index, folder.resolve(name + ".idx"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    access.close();
    Files.deleteIfExists(file);
  }

  /** Part of the file. */
  private static final class Section extends InputStream {
    private final RandomAccessFile access;
    private final long end;
    private long at;

    Section(RandomAccessFile access, long from, long end) {
      this.access = access;
      this.at = from;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
      if (at >= end) {
        return -1;
      }
      access.seek(at);
      int count = access.read(into, offset, (int) Math.min(wanted, end - at));
      at += Math.max(0, count);
      return count;
    }
  }
}
