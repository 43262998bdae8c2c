package org.fxd.git.jgit;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.fxd.git.jgit.FolderMemory.KnownFile;
import org.fxd.git.jgit.FolderMemory.KnownFolder;
import org.fxd.graph.api.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of folders, from import to import: in memory, and in a file for each where a place
 * for them is given. All of it can be lost without harm; then files are read once more. Safe for
 * use by any number of threads.
 */
final class FolderMemories {
  private static final Logger LOG = LoggerFactory.getLogger(FolderMemories.class);
  private static final int SIGNATURE = 0x46584446;
  private static final int VERSION = 1;

  /** So many folders are remembered in files. */
  static final int MOST = 64;

  private static final int HEAD = 4 * Integer.BYTES;
  private static final int FILE = Integer.BYTES + 6 * Long.BYTES + 2 + Hash.LENGTH;
  private static final int FOLDER = 2 * Integer.BYTES + Hash.LENGTH;
  private static final String SUFFIX = ".files";
  private static final String UNFINISHED = ".new";

  private final Optional<Path> place;
  private final Map<Path, SoftReference<FolderMemory>> held = new HashMap<>();

  /**
   * Remembers.
   *
   * @param place a folder for files, made when it is needed; empty to remember in memory only
   */
  FolderMemories(Optional<Path> place) {
    this.place = place;
  }

  /**
   * What is known of a folder.
   *
   * @param folder its real path
   */
  synchronized FolderMemory of(Path folder) {
    SoftReference<FolderMemory> reference = held.get(folder);
    FolderMemory known = reference == null ? null : reference.get();
    if (known == null) {
      known = file(folder).map(this::read).orElse(FolderMemory.NONE);
      held.put(folder, new SoftReference<>(known));
    }
    return known;
  }

  /** Keeps what is known of a folder now. */
  synchronized void keep(Path folder, FolderMemory now) {
    if (now.equals(of(folder))) {
      return;
    }
    held.put(folder, new SoftReference<>(now));
    file(folder).ifPresent(file -> write(file, now));
  }

  private Optional<Path> file(Path folder) {
    Hash name = Hash.ofContent(folder.toUri().getRawPath().getBytes(StandardCharsets.UTF_8));
    return place.map(all -> all.resolve(name + SUFFIX));
  }

  private FolderMemory read(Path file) {
    try {
      return decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return FolderMemory.NONE; // Nothing is known yet.
    } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
      LOG.debug("{} cannot be used, so the files of that folder are read again", file, e);
      return FolderMemory.NONE;
    }
  }

  private void write(Path file, FolderMemory known) {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      Files.createDirectories(file.getParent());
      Files.write(unfinished, encode(known));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forgetOldest(file.getParent());
    } catch (IOException e) {
      LOG.debug("{} cannot be written, so files will be read again next time", file, e);
    }
  }

  private static void forgetOldest(Path place) throws IOException {
    record Aged(Path file, long modified) {}
    List<Aged> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(place, "*" + SUFFIX)) {
      for (Path file : all) {
        files.add(new Aged(file, Files.getLastModifiedTime(file).toMillis()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(Comparator.comparingLong(Aged::modified).reversed());
    for (Aged old : files.subList(Math.min(MOST, files.size()), files.size())) {
      Files.deleteIfExists(old.file());
    }
  }

  static byte[] encode(FolderMemory memory) {
    int size = HEAD + Integer.BYTES;
    for (String path : memory.files().keySet()) {
      size = Math.addExact(size, FILE + path.length());
    }
    for (String path : memory.folders().keySet()) {
      size = Math.addExact(size, FOLDER + path.length());
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(SIGNATURE).putInt(VERSION);
    out.putInt(memory.files().size()).putInt(memory.folders().size());
    memory
        .files()
        .forEach(
            (path, file) -> {
              putPath(out, path);
              Stat stat = file.stat();
              out.put((byte) (stat.executable() ? 1 : 0));
              out.put((byte) (file.content().binary() ? 1 : 0));
              out.putLong(stat.size()).putLong(stat.modified()).putLong(stat.changed());
              out.putLong(stat.device()).putLong(stat.inode()).putLong(file.content().size());
              out.put(file.content().hash().bytes());
            });
    memory
        .folders()
        .forEach(
            (path, folder) -> {
              putPath(out, path);
              out.putInt(folder.children()).put(folder.node().bytes());
            });
    return sealed(out.array());
  }

  private static void putPath(ByteBuffer out, String path) {
    out.putInt(path.length()).put(path.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The same with the right sum at its end. */
  static byte[] sealed(byte[] bytes) {
    int end = bytes.length - Integer.BYTES;
    ByteBuffer.wrap(bytes).putInt(end, sum(bytes, end));
    return bytes;
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it is damaged or of another version
   */
  static FolderMemory decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int end = bytes.length - Integer.BYTES;
    if (end < HEAD || in.getInt(end) != sum(bytes, end)) {
      throw new IllegalArgumentException("it is torn");
    }
    if (in.getInt() != SIGNATURE || in.getInt() != VERSION) {
      throw new IllegalArgumentException("it is of another version");
    }
    int files = count(in, FILE);
    int folders = count(in, FOLDER);
    Map<String, KnownFile> knownFiles = new HashMap<>(files * 2);
    for (int i = 0; i < files; i++) {
      knownFiles.put(path(in), file(in));
    }
    Map<String, KnownFolder> knownFolders = new HashMap<>(folders * 2);
    for (int i = 0; i < folders; i++) {
      knownFolders.put(path(in), new KnownFolder(in.getInt(), hash(in)));
    }
    return new FolderMemory(knownFiles, knownFolders);
  }

  private static int count(ByteBuffer in, int size) {
    int count = in.getInt();
    if (count < 0 || count > in.capacity() / size) {
      throw new IllegalArgumentException("it cannot hold so many");
    }
    return count;
  }

  private static String path(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("it holds a path that cannot be");
    }
    byte[] path = new byte[length];
    in.get(path);
    return new String(path, StandardCharsets.ISO_8859_1);
  }

  private static KnownFile file(ByteBuffer in) {
    boolean executable = in.get() != 0;
    boolean binary = in.get() != 0;
    Stat stat =
        new Stat(
            Stat.Type.FILE,
            executable,
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getLong());
    long size = in.getLong();
    return new KnownFile(stat, new Content(hash(in), size, binary, Optional.empty()));
  }

  private static Hash hash(ByteBuffer in) {
    byte[] hash = new byte[Hash.LENGTH];
    in.get(hash);
    return Hash.of(hash);
  }

  private static int sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
