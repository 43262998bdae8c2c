package org.fxd.history.core.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;

/**
 * The files that keys are kept in: {@code NAME.key} and {@code NAME.pub} for one's own, {@code
 * trusted/NAME.pub} for those of others.
 *
 * <p>Whoever could write there could make anyone trusted, and whoever can read a private key is its
 * owner; so both are looked at each time. Where the file system knows no such permissions, that is
 * left to the system.
 */
final class KeyFolder {
  static final String PUBLIC = ".pub";

  private static final String PRIVATE = ".key";
  private static final long LARGEST = 64 * 1024;

  private final Path folder;

  KeyFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the keys of others are. */
  KeyFolder trusted() {
    return new KeyFolder(folder.resolve("trusted"));
  }

  /** The names of the public keys, in order. */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    checkNobodyElse(folder, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(PUBLIC))
          .map(name -> name.substring(0, name.length() - PUBLIC.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed("Cannot read the folder of keys " + folder, e);
    }
  }

  /** A public key as text; empty if there is none of that name. */
  Optional<String> publicKey(String name) {
    return read(folder.resolve(name + PUBLIC));
  }

  /** A private key as text; empty if there is none of that name. */
  Optional<String> privateKey(String name) {
    Path file = folder.resolve(name + PRIVATE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    checkNobodyElse(
        file,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE);
    return read(file);
  }

  /** Keeps a key of one's own: both halves or neither. */
  void putPrivate(String name, String privateKey, String publicKey) {
    putPublic(name, publicKey);
    try {
      write(folder.resolve(name + PRIVATE), privateKey, "rw-------");
    } catch (FxdException e) {
      remove(folder.resolve(name + PUBLIC));
      throw e;
    }
  }

  /** Keeps a public key. */
  void putPublic(String name, String publicKey) {
    write(folder.resolve(name + PUBLIC), publicKey, "rw-r--r--");
  }

  private void write(Path file, String text, String permissions) {
    try {
      Files.createDirectories(folder, attributes(existing(folder), "rwx------"));
      fill(Files.createFile(file, attributes(folder, permissions)), text);
    } catch (FileAlreadyExistsException e) {
      throw new FxdException(
          Category.FAILED,
          "There is a key of that name already: " + file + ".",
          "Choose another name; a key that is no longer wanted is removed by removing its files.",
          e);
    } catch (IOException e) {
      throw failed("Cannot keep the key in " + file, e);
    }
  }

  private static void fill(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      remove(file); // Half a key would take the name and be none.
      throw e;
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed("Cannot remove what was written of a key, " + file, e);
    }
  }

  private static Path existing(Path folder) {
    Path at = folder.toAbsolutePath();
    while (!Files.exists(at)) {
      at = at.getParent();
    }
    return at;
  }

  private static FileAttribute<?>[] attributes(Path near, String permissions) {
    return view(near) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
  }

  private static void checkNobodyElse(Path path, PosixFilePermission... forbidden) {
    PosixFileAttributeView view = view(path);
    if (view == null) {
      return;
    }
    try {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      for (PosixFilePermission each : forbidden) {
        if (permissions.contains(each)) {
          throw new FxdException(
              Category.FAILED,
              "The keys are not used, because others may " + verb(each) + " " + path + ".",
              "Take that from them: chmod go-rwx " + path,
              null);
        }
      }
    } catch (IOException e) {
      throw failed("Cannot see who may read " + path, e);
    }
  }

  private static String verb(PosixFilePermission permission) {
    return permission.name().endsWith("READ") ? "read" : "write to";
  }

  private static PosixFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class);
  }

  private static Optional<String> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new FxdException(file + " is too large for a key.");
      }
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("Cannot read the key " + file, e);
    }
  }

  private static FxdException failed(String what, IOException e) {
    return new FxdException(what + ": " + e.getMessage() + ".", e);
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
