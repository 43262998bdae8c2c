package org.fxd.source.core.view;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fxd.graph.api.Node;
import org.fxd.source.core.text.Rendering;

/** Writes one file or link beside its place, then renames it: it is there whole or not at all. */
final class SafeFile {
  private static final int BUFFER = 64 * 1024;

  private SafeFile() {}

  /** Writes a file. What stood at its path is replaced, be it a link, but never followed. */
  static void write(Node file, Path path, boolean executable) throws IOException {
    Path beside = beside(path);
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(
                  beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              BUFFER)) {
        Rendering.write(file, out);
      }
      if (executable) {
        makeExecutable(beside);
      }
      move(beside, path);
    } catch (IOException | RuntimeException e) {
      delete(beside, e);
      throw e;
    }
  }

  /** Makes a symbolic link, wherever its target leads. */
  static void link(Path target, Path path) throws IOException {
    Path beside = beside(path);
    try {
      Files.createSymbolicLink(beside, target);
      move(beside, path);
    } catch (IOException | RuntimeException e) {
      delete(beside, e);
      throw e;
    }
  }

  /** What stands at a path, itself and not what it may lead to; empty if nothing does. */
  static Optional<BasicFileAttributes> at(Path path) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      // An expected answer.
      return Optional.empty();
    }
  }

  private static Path beside(Path path) {
    return path.resolveSibling(".fxd-" + UUID.randomUUID() + ".tmp");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Some network file systems: then as well as they can.
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Who may read it may execute it, as Git does. */
  private static void makeExecutable(Path path) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    view.setPermissions(permissions);
  }

  private static void delete(Path path, Exception reason) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
