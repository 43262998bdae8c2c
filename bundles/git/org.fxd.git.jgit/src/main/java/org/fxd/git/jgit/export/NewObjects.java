package org.fxd.git.jgit.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitHasher;
import org.fxd.git.jgit.object.GitObjects;
import org.fxd.git.jgit.object.HashedStream;

/**
 * Objects on their way into a repository. They are gathered in a file, as a pack has them, so that
 * any number needs little memory, and none is in the repository before all are known.
 */
final class NewObjects implements GitObjects, AutoCloseable {
  /** As Git's own limit: fewer objects are worth no pack. */
  private static final int FEW = 100;

  private static final int REMEMBERED_BYTES = 32 << 20;
  private static final int PIECE = 1 << 16;
  private static final int SMALL_PIECE = 1 << 12;

  /**
   * Where an object is.
   *
   * @param at the position of its compressed bytes
   */
  private record Spot(int type, long at, long size) {}

  private final Repository repository;
  private final ObjectReader reader;
  private final boolean isEmpty;
  private final Path file;
  private final RandomAccessFile access;
  private final OutputStream out;
  private final Deflater deflater = new Deflater();
  private final Map<GitId, Spot> spots = new HashMap<>();
  private final Map<GitId, byte[]> trees = new LinkedHashMap<>(64, 0.75f, true);
  private long treeBytes;
  private long written;

  /**
   * Objects for a repository.
   *
   * @param isEmpty whether it has no object yet, so that nobody has to look
   */
  NewObjects(Repository repository, boolean isEmpty) throws IOException {
    this.repository = repository;
    this.reader = repository.newObjectReader();
    this.isEmpty = isEmpty;
    // Beside the packs, under a name of which Git knows that it may go when it is old.
    Path packs = repository.getDirectory().toPath().resolve("objects").resolve("pack");
    this.file = Files.createTempFile(Files.createDirectories(packs), "tmp_fxd_", "");
    this.access = new RandomAccessFile(file.toFile(), "rw");
    this.out = new BufferedOutputStream(Channels.newOutputStream(access.getChannel()), PIECE);
  }

  /** How many objects are new. */
  long count() {
    return spots.size();
  }

  @Override
  public GitId put(int type, byte[] content) {
    GitId id = GitHasher.id(Constants.typeString(type), content);
    if (type == Constants.OBJ_TREE) {
      remember(id, content);
    }
    if (!isThere(id)) {
      append(id, type, content.length, new ByteArrayInputStream(content));
    }
    return id;
  }

  @Override
  public GitId putFile(long size, InputStream in) {
    // The id is known when all was read: what turns out to be there is taken back.
    GitHasher hasher = new GitHasher(GitHasher.BLOB, size);
    long before = written;
    Spot spot = write(Constants.OBJ_BLOB, size, new HashedStream(in, hasher));
    GitId id = hasher.id();
    if (isThere(id)) {
      cut(before);
    } else {
      spots.put(id, spot);
    }
    return id;
  }

  /** Whether an object was put or is in the repository. */
  boolean isThere(GitId id) {
    try {
      return spots.containsKey(id) || !isEmpty && reader.has(ObjectId.fromRaw(id.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] tree(GitId id) {
    byte[] known = trees.get(id);
    if (known != null) {
      return known;
    }
    byte[] bytes = read(id, Constants.OBJ_TREE);
    remember(id, bytes);
    return bytes;
  }

  /** The bytes of an object that is there or was put. */
  byte[] read(GitId id, int type) {
    try {
      Spot spot = spots.get(id);
      if (spot == null) {
        return reader.open(ObjectId.fromRaw(id.bytes()), type).getBytes();
      }
      try (InputStream in = open(spot)) {
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream open(Spot spot) throws IOException {
    out.flush();
    // The channel is at the end whenever something is appended; see append.
    return new InflaterInputStream(new Section(access, spot.at(), written));
  }

  private void remember(GitId id, byte[] bytes) {
    if (trees.put(id, bytes) == null) {
      treeBytes += bytes.length;
    }
    var eldest = trees.entrySet().iterator();
    while (treeBytes > REMEMBERED_BYTES && trees.size() > 1) {
      treeBytes -= eldest.next().getValue().length;
      eldest.remove();
    }
  }

  private void append(GitId id, int type, long size, InputStream in) {
    spots.put(id, write(type, size, in));
  }

  private Spot write(int type, long size, InputStream in) {
    try {
      access.seek(written);
      byte[] header = header(type, size);
      out.write(header);
      long at = written + header.length;
      deflater.reset();
      DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, SMALL_PIECE);
      long copied = in.transferTo(packed);
      packed.finish();
      out.flush();
      if (copied != size) {
        throw new IOException("a file has " + copied + " bytes, not " + size);
      }
      written = access.getChannel().position();
      return new Spot(type, at, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cut(long length) {
    try {
      access.setLength(length);
      written = length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Type and size as a pack has them: four bits of the size, then seven a byte, lowest first. */
  private static byte[] header(int type, long size) {
    byte[] header = new byte[10];
    int length = 0;
    int octet = type << 4 | (int) (size & 15);
    long rest = size >>> 4;
    while (rest != 0) {
      header[length++] = (byte) (octet | 0x80);
      octet = (int) (rest & 0x7f);
      rest >>>= 7;
    }
    header[length++] = (byte) octet;
    return Arrays.copyOf(header, length);
  }

  /** Puts all of it into the repository. */
  void save() throws IOException {
    if (spots.isEmpty()) {
      return;
    }
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      if (spots.size() < FEW) {
        for (Spot spot : spots.values()) {
          try (InputStream in = open(spot)) {
            inserter.insert(spot.type(), spot.size(), in);
          }
        }
      } else {
        PackParser parser = inserter.newPackParser(pack());
        parser.setAllowThin(false);
        parser.parse(NullProgressMonitor.INSTANCE);
      }
      inserter.flush();
    }
  }

  private InputStream pack() throws IOException {
    byte[] header =
        ByteBuffer.allocate(12).putInt(0x5041434b).putInt(2).putInt(spots.size()).array();
    try (DigestOutputStream digest =
            new DigestOutputStream(OutputStream.nullOutputStream(), Constants.newMessageDigest());
        InputStream in = new BufferedInputStream(new Section(access, 0, written), PIECE)) {
      digest.write(header);
      in.transferTo(digest);
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(
                  new ByteArrayInputStream(header),
                  new BufferedInputStream(new Section(access, 0, written), PIECE),
                  new ByteArrayInputStream(digest.getMessageDigest().digest()))));
    }
  }

  @Override
  public void close() {
    deflater.end();
    reader.close();
    try {
      access.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at >= end) {
        return -1;
      }
      access.seek(at);
      int count = access.read(into, offset, (int) Math.min(length, end - at));
      at += Math.max(0, count);
      return count;
    }
  }
}
