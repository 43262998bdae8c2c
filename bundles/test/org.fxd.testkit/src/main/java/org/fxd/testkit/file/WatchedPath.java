package org.fxd.testkit.file;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Iterator;

/** A path that does what another does, and belongs to a {@link WatchedFileSystem}. */
final class WatchedPath implements Path {
  private final WatchedFileSystem system;
  private final Path path;

  WatchedPath(WatchedFileSystem system, Path path) {
    this.system = system;
    this.path = path;
  }

  Path path() {
    return path;
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return path.isAbsolute();
  }

  @Override
  public Path getRoot() {
    return system.watched(path.getRoot());
  }

  @Override
  public Path getFileName() {
    return system.watched(path.getFileName());
  }

  @Override
  public Path getParent() {
    return system.watched(path.getParent());
  }

  @Override
  public int getNameCount() {
    return path.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return system.watched(path.getName(index));
  }

  @Override
  public Path subpath(int from, int to) {
    return system.watched(path.subpath(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return path.startsWith(WatchedFiles.plain(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return path.endsWith(WatchedFiles.plain(other));
  }

  @Override
  public Path normalize() {
    return system.watched(path.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return system.watched(path.resolve(WatchedFiles.plain(other)));
  }

  @Override
  public Path relativize(Path other) {
    return system.watched(path.relativize(WatchedFiles.plain(other)));
  }

  @Override
  public URI toUri() {
    return path.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return system.watched(path.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return system.watched(path.toRealPath(options));
  }

  @Override
  public File toFile() {
    return path.toFile();
  }

  @Override
  public WatchKey register(WatchService watcher, Kind<?>[] events, Modifier... modifiers)
      throws IOException {
    return path.register(watcher, events, modifiers);
  }

  @Override
  public Iterator<Path> iterator() {
    Iterator<Path> names = path.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return names.hasNext();
      }

      @Override
      public Path next() {
        return system.watched(names.next());
      }
    };
  }

  @Override
  public int compareTo(Path other) {
    return path.compareTo(WatchedFiles.plain(other));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WatchedPath watched && watched.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
