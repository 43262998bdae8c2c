package org.fxd.testkit.file;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Tells of changes, then lets the usual provider make them. */
final class WatchedProvider extends FileSystemProvider {
  private final WatchedFileSystem system;
  private final FileSystemProvider provider;
  private final WatchedFiles.Watcher watcher;

  WatchedProvider(
      WatchedFileSystem system, FileSystemProvider provider, WatchedFiles.Watcher watcher) {
    this.system = system;
    this.provider = provider;
    this.watcher = watcher;
  }

  private static Path plain(Path path) {
    return WatchedFiles.plain(path);
  }

  private Path told(String change, Path path) throws IOException {
    Path plain = plain(path);
    watcher.before(change, plain);
    return plain;
  }

  private Path opened(Path path, Set<? extends OpenOption> options) throws IOException {
    return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)
        ? told("write", path)
        : plain(path);
  }

  @Override
  public String getScheme() {
    return "watched";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return system.watched(provider.getPath(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return provider.newByteChannel(opened(path, options), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return provider.newFileChannel(opened(path, options), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> entries =
        provider.newDirectoryStream(plain(folder), path -> filter.accept(system.watched(path)));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> paths = entries.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return paths.hasNext();
          }

          @Override
          public Path next() {
            return system.watched(paths.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        entries.close();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    provider.createDirectory(told("folder", folder), attributes);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    provider.createSymbolicLink(told("link", link), plain(target), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    provider.createLink(told("link", link), plain(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    provider.delete(told("delete", path));
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    return provider.deleteIfExists(told("delete", path));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return system.watched(provider.readSymbolicLink(plain(link)));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    provider.copy(plain(source), told("copy", target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    provider.move(plain(source), told("move", target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return provider.isSameFile(plain(path), plain(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return provider.isHidden(plain(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return provider.getFileStore(plain(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    provider.checkAccess(plain(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return provider.getFileAttributeView(plain(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return provider.readAttributes(plain(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return provider.readAttributes(plain(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    provider.setAttribute(told("write", path), attribute, value, options);
  }
}
