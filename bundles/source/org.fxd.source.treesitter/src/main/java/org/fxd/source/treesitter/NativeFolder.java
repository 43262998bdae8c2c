package org.fxd.source.treesitter;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that native libraries are unpacked to. Each lies under the hash of its content, so
 * that it is written once and used by every start and every process after; a file that does not
 * have that content is replaced.
 */
final class NativeFolder {
  private static final int HASH_DIGITS = 32;

  private final Optional<Path> given;
  private final Path temporary;

  /**
   * A folder.
   *
   * @param given where to; if empty, a folder of the user's own below {@code temporary}
   */
  NativeFolder(Optional<Path> given, Path temporary) {
    this.given = given;
    this.temporary = temporary;
  }

  /**
   * Sees to it that a library is there.
   *
   * @param file its path below the folder that is returned
   * @param copy 0, or more for a further copy of it
   * @return an absolute path
   */
  Path put(String file, byte[] content, int copy) throws IOException {
    String hash = HexFormat.of().formatHex(sha256(content)).substring(0, HASH_DIGITS);
    Path home = base().resolve(copy == 0 ? hash : hash + "-" + copy);
    Path target = home.resolve(file);
    if (!has(target, content)) {
      Files.createDirectories(target.getParent());
      write(target, content);
    }
    return home;
  }

  private Path base() throws IOException {
    if (given.isPresent()) {
      return Files.createDirectories(given.get().toAbsolutePath().normalize());
    }
    String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9_.-]", "_");
    Path shared = temporary.toAbsolutePath().resolve("fxd-native-" + user);
    return makeOwn(shared) ? shared : Files.createTempDirectory("fxd-native-");
  }

  /**
   * Makes a folder in a place where others may write too. What is loaded from it is run, so it must
   * be this user's and closed to all others.
   */
  private static boolean makeOwn(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder);
      return true;
    }
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      FileAttribute<Set<PosixFilePermission>> own =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      try {
        Files.createDirectory(folder, own);
      } catch (FileSystemException e) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
          throw e;
        }
      }
    }
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
            .equals(PosixFilePermissions.fromString("rwx------"))
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self(folder.getParent()));
  }

  /** The user that files made here belong to. */
  private static UserPrincipal self(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "fxd-", ".probe");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  private static boolean has(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content);
  }

  /** Another process may do the same, or have the file in use: who comes last need not win. */
  private static void write(Path target, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(target.getParent(), "new-", ".tmp");
    try {
      Files.write(fresh, content);
      move(fresh, target);
    } catch (FileSystemException e) {
      if (!has(target, content)) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
