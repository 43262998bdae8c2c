package org.fxd.testkit.file;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Another file system with a watcher. */
final class WatchedFileSystem extends FileSystem {
  private final FileSystem system;
  private final WatchedProvider provider;

  WatchedFileSystem(FileSystem system, WatchedFiles.Watcher watcher) {
    this.system = system;
    this.provider = new WatchedProvider(this, system.provider(), watcher);
  }

  /** A path of this file system; null for null. */
  Path watched(Path path) {
    return path == null ? null : new WatchedPath(this, path);
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  /** Not supported, as for the usual file system. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return system.isReadOnly();
  }

  @Override
  public String getSeparator() {
    return system.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    List<Path> roots = new ArrayList<>();
    system.getRootDirectories().forEach(root -> roots.add(watched(root)));
    return roots;
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return system.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return system.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return watched(system.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = system.getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(WatchedFiles.plain(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return system.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return system.newWatchService();
  }
}
