package org.fxd.source.core.find;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;

/**
 * All files below a folder, in the order of their paths; each folder is read when it is reached.
 * Every iteration starts anew.
 */
public record FileWalk(FilePath path, Node folder) implements Iterable<SourceFile> {
  /** All files of a project. */
  public static FileWalk of(Node root) {
    return new FileWalk(FilePath.ROOT, root.child(Workspace.CODE));
  }

  /** The file at a path below a project's {@code code}. */
  public static Optional<SourceFile> at(Node root, FilePath path) {
    Node folder = root.child(Workspace.CODE);
    Optional<Entry> entry = Optional.empty();
    for (Name name : path.names()) {
      if (entry.isPresent()) {
        folder = entry.get().node();
      }
      if (!isFolder(folder)) {
        return Optional.empty();
      }
      entry = folder.entry(name);
      if (entry.isEmpty()) {
        return Optional.empty();
      }
    }
    return entry.filter(e -> isFile(e.node())).map(e -> new SourceFile(path, e));
  }

  /** Whether a node is listed as a file. */
  public static boolean isFile(Node node) {
    Kind kind = node.kind();
    return kind.equals(Kind.FILE) || kind.equals(Kind.SYMLINK) || kind.equals(Kind.GITLINK);
  }

  /** Whether a node is walked into. */
  public static boolean isFolder(Node node) {
    return node.kind().equals(Kind.FOLDER);
  }

  @Override
  public Iterator<SourceFile> iterator() {
    return new Walk(path, folder);
  }

  private record Level(FilePath path, Iterator<Entry> entries) {}

  private static final class Walk implements Iterator<SourceFile> {
    private final Deque<Level> open = new ArrayDeque<>();
    private Optional<SourceFile> next = Optional.empty();

    Walk(FilePath path, Node folder) {
      if (isFolder(folder)) {
        open.push(new Level(path, folder.entries().iterator()));
      }
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && !open.isEmpty()) {
        Level level = open.peek();
        if (!level.entries().hasNext()) {
          open.pop();
          continue;
        }
        Entry entry = level.entries().next();
        if (isFile(entry.node())) {
          next = Optional.of(new SourceFile(level.path().child(entry.name()), entry));
        } else if (isFolder(entry.node())) {
          FilePath below = level.path().child(entry.name());
          open.push(new Level(below, entry.node().entries().iterator()));
        }
      }
      return next.isPresent();
    }

    @Override
    public SourceFile next() {
      if (!hasNext()) {
        throw new NoSuchElementException("There are no more files");
      }
      SourceFile file = next.orElseThrow();
      next = Optional.empty();
      return file;
    }
  }
}
