package org.fxd.plugin.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * What the file system says of a jar without reading it. Two of them that differ mean that the jar
 * was changed; two that are equal mean it hardly was.
 *
 * @param size in bytes
 * @param modified when it was written, as anyone may have set it
 * @param changed when it was changed in any way, where the file system tells; else as modified
 * @param key tells one file from another under the same name
 */
record JarStat(long size, FileTime modified, FileTime changed, String key) {
  /** Of a file, following links; empty if there is none. */
  static Optional<JarStat> of(Path file) throws IOException {
    try {
      BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
      if (!basic.isRegularFile()) {
        return Optional.empty();
      }
      FileTime changed =
          file.getFileSystem().supportedFileAttributeViews().contains("unix")
              ? (FileTime) Files.getAttribute(file, "unix:ctime")
              : basic.lastModifiedTime();
      return Optional.of(
          new JarStat(
              basic.size(),
              basic.lastModifiedTime(),
              changed,
              Objects.toString(basic.fileKey(), "")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
