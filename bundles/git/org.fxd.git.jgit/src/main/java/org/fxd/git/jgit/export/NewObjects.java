package org.fxd.git.jgit.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitHasher;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitObjects;
import org.fxd.git.jgit.object.HashedStream;

/**
 * Objects on their way into a repository. They are gathered in a pack beside the others, so that
 * any number needs little memory, and none is in the repository before all are known.
 */
final class NewObjects implements GitObjects, AutoCloseable {
  /** As Git's own limit: fewer objects are worth no pack. */
  private static final int FEW = 100;

  /** Git's own limit on how many deltas stand on one another. */
  private static final int DEEPEST = 50;

  private static final int REMEMBERED_BYTES = 32 << 20;

  /**
   * An object that is new.
   *
   * @param size how many bytes it has
   * @param base what it is told as a delta of; null if it is told whole
   * @param depth how many deltas stand on one another here
   */
  private record Spot(int type, long size, PackFile.Part part, GitId base, int depth) {}

  private final Repository repository;
  private final ObjectReader reader;
  private final boolean isEmpty;
  private final PackFile pack;
  private final Map<GitId, Spot> spots = new HashMap<>();
  private final Map<GitId, byte[]> recent = new LinkedHashMap<>(64, 0.75f, true);
  private long recentBytes;

  /**
   * Objects for a repository.
   *
   * @param isEmpty whether it has no object yet, so that nobody has to look
   */
  NewObjects(Repository repository, boolean isEmpty) throws IOException {
    this.repository = repository;
    this.reader = repository.newObjectReader();
    this.isEmpty = isEmpty;
    this.pack = new PackFile(repository.getDirectory().toPath().resolve("objects").resolve("pack"));
  }

  /** How many objects are new. */
  int count() {
    return spots.size();
  }

  @Override
  public GitId put(int type, byte[] content) {
    return put(type, content, GitHasher.id(Constants.typeString(type), content), null);
  }

  @Override
  public GitId put(int type, byte[] content, GitId like) {
    return put(type, content, GitHasher.id(Constants.typeString(type), content), like);
  }

  private GitId put(int type, byte[] content, GitId id, GitId like) {
    if (!isThere(id)) {
      spots.put(id, write(type, content, like));
    }
    if (type == Constants.OBJ_TREE || type == Constants.OBJ_BLOB) {
      remember(id, content);
    }
    return id;
  }

  @Override
  public GitId putFile(long size, InputStream in) {
    // The id is known when all was read: what turns out to be there is taken back.
    GitHasher hasher = new GitHasher(GitHasher.BLOB, size);
    long before = pack.length();
    Spot spot = write(Constants.OBJ_BLOB, size, new HashedStream(in, hasher));
    GitId id = hasher.id();
    if (isThere(id)) {
      try {
        pack.cut(before);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      spots.put(id, spot);
    }
    return id;
  }

  /** Whether an object was put or is in the repository. */
  boolean isThere(GitId id) {
    try {
      return spots.containsKey(id) || !isEmpty && reader.has(GitIds.of(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] tree(GitId id) {
    byte[] known = recent.get(id);
    if (known != null) {
      return known;
    }
    byte[] bytes = read(id, Constants.OBJ_TREE);
    remember(id, bytes);
    return bytes;
  }

  /** The bytes of an object that is there or was put. */
  byte[] read(GitId id, int type) {
    Spot spot = spots.get(id);
    try {
      if (spot == null) {
        return reader.open(GitIds.of(id), type).getBytes();
      }
      byte[] bytes;
      try (InputStream in = pack.open(spot.part())) {
        bytes = in.readAllBytes();
      }
      return spot.base() == null ? bytes : Delta.applied(read(spot.base(), type), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(GitId id, byte[] bytes) {
    if (recent.put(id, bytes) == null) {
      recentBytes += bytes.length;
    }
    while (recentBytes > REMEMBERED_BYTES && recent.size() > 1) {
      var eldest = recent.entrySet().iterator();
      recentBytes -= eldest.next().getValue().length;
      eldest.remove();
    }
  }

  private Spot write(int type, byte[] content, GitId like) {
    Spot base = like == null ? null : spots.get(like);
    byte[] before = base == null || base.depth() >= DEEPEST ? null : recent.get(like);
    if (before != null && base.type() == type) {
      byte[] delta = Delta.between(before, content);
      if (delta.length < content.length / 2) {
        return write(type, content.length, delta, like, base);
      }
    }
    return write(type, content.length, new ByteArrayInputStream(content));
  }

  private Spot write(int type, long size, InputStream in) {
    return new Spot(type, size, append(header(type, size), size, in), null, 0);
  }

  private Spot write(int type, long size, byte[] delta, GitId like, Spot base) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(header(Constants.OBJ_OFS_DELTA, delta.length));
    header.writeBytes(distance(pack.length() - base.part().start()));
    PackFile.Part part =
        append(header.toByteArray(), delta.length, new ByteArrayInputStream(delta));
    return new Spot(type, size, part, like, base.depth() + 1);
  }

  private PackFile.Part append(byte[] header, long size, InputStream in) {
    try {
      return pack.append(header, size, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Type and size as a pack has them: four bits of the size, then seven a byte, lowest first. */
  private static byte[] header(int type, long size) {
    byte[] header = new byte[10];
    int length = 0;
    int octet = type << 4 | (int) (size & 15);
    for (long rest = size >>> 4; rest != 0; rest >>>= 7) {
      header[length++] = (byte) (octet | 0x80);
      octet = (int) (rest & 0x7f);
    }
    header[length++] = (byte) octet;
    return Arrays.copyOf(header, length);
  }

  /**
   * How far back a delta's base is: seven bits a byte, highest first, each further one less one.
   */
  private static byte[] distance(long distance) {
    byte[] bytes = new byte[10];
    int at = bytes.length - 1;
    bytes[at] = (byte) (distance & 0x7f);
    for (long rest = distance >>> 7; rest != 0; rest >>>= 7) {
      rest--;
      bytes[--at] = (byte) (rest & 0x7f | 0x80);
    }
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /** Puts all of it into the repository. */
  void save() throws IOException {
    if (spots.size() < FEW) {
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        for (Map.Entry<GitId, Spot> each : spots.entrySet()) {
          insert(inserter, each.getKey(), each.getValue());
        }
        inserter.flush();
      }
      return;
    }
    byte[] checksum = pack.finish(spots.size());
    SortedMap<GitId, PackFile.Part> parts = new TreeMap<>();
    spots.forEach((id, spot) -> parts.put(id, spot.part()));
    Path index = pack.newFile();
    try {
      PackIndex.write(index, parts, checksum);
      pack.publish("pack-" + HexFormat.of().formatHex(checksum), index);
    } finally {
      Files.deleteIfExists(index);
    }
  }

  private void insert(ObjectInserter inserter, GitId id, Spot spot) throws IOException {
    if (spot.base() != null) {
      inserter.insert(spot.type(), read(id, spot.type()));
      return;
    }
    try (InputStream in = pack.open(spot.part())) {
      inserter.insert(spot.type(), spot.size(), in);
    }
  }

  @Override
  public void close() {
    reader.close();
    try {
      pack.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
