package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Git tracks: the paths of an index, and the commits of submodules.
 *
 * <p>Read here and not by JGit's {@code DirCache}, because that one tries out the clock of the file
 * system by writing files beside the index. Paths are given as text of one character a byte (ISO
 * 8859-1), so that any bytes can be asked for.
 */
final class GitIndex {
  /** Git tracks nothing. */
  static final GitIndex NONE = new GitIndex();

  private static final int SIGNATURE = 0x44495243;
  private static final int LINK = 0x6c696e6b;
  private static final int TYPE = 0xf000;
  private static final int GITLINK = 0xe000;
  private static final int STATUS = 40;

  private record Tracked(int mode, String id) {}

  private final TreeMap<String, Tracked> entries = new TreeMap<>();

  private GitIndex() {}

  /**
   * Reads an index.
   *
   * @param gitDir the folder that holds it
   * @param idLength how many bytes an object's id has: 20, or 32 with SHA-256
   * @throws IOException if it cannot be read or is no index
   */
  static GitIndex read(Path gitDir, int idLength) throws IOException {
    GitIndex index = new GitIndex();
    index.read(gitDir, gitDir.resolve("index"), idLength, true);
    return index;
  }

  /** Reads the bytes of an index. */
  static GitIndex parse(Path gitDir, byte[] bytes, int idLength) throws IOException {
    GitIndex index = new GitIndex();
    index.parseChecked(gitDir, bytes, idLength, true);
    return index;
  }

  /** Whether Git tracks a file or link of this path. */
  boolean tracks(String path) {
    return entries.containsKey(path);
  }

  /** Whether Git tracks anything below a folder. */
  boolean tracksBelow(String folder) {
    String first = entries.ceilingKey(folder + "/");
    return first != null && first.startsWith(folder + "/");
  }

  /** The commit of the submodule at a path, if there is one. */
  Optional<byte[]> gitlink(String path) {
    return Optional.ofNullable(entries.get(path))
        .filter(tracked -> (tracked.mode() & TYPE) == GITLINK)
        .map(tracked -> HexFormat.of().parseHex(tracked.id()));
  }

  /** Whether Git has a path as an executable file. */
  boolean isExecutable(String path) {
    Tracked tracked = entries.get(path);
    return tracked != null && (tracked.mode() & 0111) != 0;
  }

  private void read(Path gitDir, Path file, int idLength, boolean mayBeSplit) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return; // Nothing was ever added.
    }
    parseChecked(gitDir, bytes, idLength, mayBeSplit);
  }

  private void parseChecked(Path gitDir, byte[] bytes, int idLength, boolean mayBeSplit)
      throws IOException {
    try {
      parse(gitDir, ByteBuffer.wrap(bytes), idLength, mayBeSplit);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("it is damaged", e);
    }
  }

  private void parse(Path gitDir, ByteBuffer in, int idLength, boolean mayBeSplit)
      throws IOException {
    if (in.getInt() != SIGNATURE) {
      throw new IOException("it is no index");
    }
    int version = in.getInt();
    if (version < 2 || version > 4) {
      throw new IOException("its version " + version + " is not known");
    }
    int count = in.getInt();
    byte[] path = new byte[0];
    for (int i = 0; i < count; i++) {
      int begin = in.position();
      int mode = in.getInt(begin + 24);
      byte[] id = new byte[idLength];
      in.position(begin + STATUS);
      in.get(id);
      int flags = in.getShort();
      if ((flags & 0x4000) != 0) {
        in.getShort();
      }
      path = version == 4 ? compressed(in, path) : padded(in, begin);
      entries.put(
          new String(path, StandardCharsets.ISO_8859_1),
          new Tracked(mode, HexFormat.of().formatHex(id)));
    }
    if (mayBeSplit) {
      readShared(gitDir, in, idLength);
    }
  }

  /** A path behind its entry, with one to eight zero bytes up to a multiple of eight. */
  private static byte[] padded(ByteBuffer in, int begin) {
    byte[] path = untilZero(in);
    int length = in.position() - 1 - begin;
    in.position(begin + (length + 8 & ~7));
    return path;
  }

  /** A path as the end of the one before that it replaces. */
  private static byte[] compressed(ByteBuffer in, byte[] before) {
    int octet = in.get() & 0xff;
    int dropped = octet & 0x7f;
    while ((octet & 0x80) != 0) {
      octet = in.get() & 0xff;
      dropped = (dropped + 1 << 7) + (octet & 0x7f);
    }
    byte[] rest = untilZero(in);
    int kept = before.length - dropped;
    byte[] path = new byte[kept + rest.length];
    System.arraycopy(before, 0, path, 0, kept);
    System.arraycopy(rest, 0, path, kept, rest.length);
    return path;
  }

  private static byte[] untilZero(ByteBuffer in) {
    int end = in.position();
    while (in.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - in.position()];
    in.get(bytes);
    in.get();
    return bytes;
  }

  /**
   * A split index holds what changed since a shared one. Both are taken together: a path that was
   * dropped since counts as tracked still, which at worst keeps a file that an ignore file names.
   */
  private void readShared(Path gitDir, ByteBuffer in, int idLength) throws IOException {
    while (in.remaining() >= 8 + idLength) {
      int signature = in.getInt();
      int size = in.getInt();
      if (size < 0 || size > in.remaining()) {
        return;
      }
      if (signature == LINK && size >= idLength) {
        byte[] id = new byte[idLength];
        in.get(id);
        // Names of one's own folder win over those of the shared one only in their mode.
        TreeMap<String, Tracked> own = new TreeMap<>(entries);
        read(
            gitDir, gitDir.resolve("sharedindex." + HexFormat.of().formatHex(id)), idLength, false);
        own.remove("");
        entries.putAll(own);
        entries.remove("");
        return;
      }
      in.position(in.position() + size);
    }
  }
}
