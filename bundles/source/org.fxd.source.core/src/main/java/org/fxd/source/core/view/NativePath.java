package org.fxd.source.core.view;

import java.io.File;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.Name;

/**
 * Names as bytes and paths of the file system.
 *
 * <p>Where file names are bytes, a path is made from a URI: that takes any byte, while a string
 * only takes what the encoding of the locale can express, which in the locale {@code C} is ASCII.
 */
final class NativePath {
  private static final boolean BYTES = File.separatorChar == '/';

  private NativePath() {}

  /** The path of a name in a folder; empty if the file system cannot express it. */
  static Optional<Path> child(Path folder, Name name) {
    try {
      if (isByteSystem(folder) && !isAscii(name.bytes())) {
        return Optional.of(folder.resolve(absolute(name.bytes()).getFileName()));
      }
      return name.isText() ? Optional.of(folder.resolve(name.toString())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // An expected answer: the file system has no such name.
      return Optional.empty();
    }
  }

  /** The path that a symbolic link in a folder leads to, byte for byte; empty if there is none. */
  static Optional<Path> target(Path folder, Name target) {
    byte[] bytes = target.bytes();
    if (bytes.length == 0) {
      return Optional.empty();
    }
    try {
      if (!isByteSystem(folder)) {
        return target.isText()
            ? Optional.of(folder.getFileSystem().getPath(target.toString()))
            : Optional.empty();
      }
      Path path = absolute(bytes);
      return Optional.of(bytes[0] == '/' ? path : path.subpath(0, path.getNameCount()));
    } catch (IllegalArgumentException e) {
      // An expected answer: the file system has no such name.
      return Optional.empty();
    }
  }

  private static Path absolute(byte[] bytes) {
    StringBuilder uri = new StringBuilder("file:///");
    for (int i = bytes[0] == '/' ? 1 : 0; i < bytes.length; i++) {
      uri.append(String.format("%%%02X", bytes[i]));
    }
    return Path.of(URI.create(uri.toString()));
  }

  private static boolean isByteSystem(Path path) {
    return BYTES && path.getFileSystem().equals(FileSystems.getDefault());
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
