package org.fxd.source.core.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.core.find.FileWalk;

/**
 * The files that differ between two roots, by their ids. Folders that are equal and stayed where
 * they were are not read.
 */
final class FilePairs {
  private final List<FilePair> pairs = new ArrayList<>();
  private final Map<NodeId, SourceFile> gone = new LinkedHashMap<>();
  private final Map<NodeId, SourceFile> come = new LinkedHashMap<>();

  private FilePairs() {}

  /** All files that differ, in the order of paths. */
  static List<FilePair> between(Node before, Node after) {
    if (before.hash().equals(after.hash())) {
      return List.of();
    }
    FilePairs found = new FilePairs();
    found.folders(
        FilePath.ROOT, before.child(Workspace.CODE), FilePath.ROOT, after.child(Workspace.CODE));
    return found.join();
  }

  private void folders(FilePath oldPath, Node before, FilePath newPath, Node after) {
    if (!oldPath.equals(newPath) || !FileWalk.isFolder(before) || !FileWalk.isFolder(after)) {
      // What is below moved with it, and is put together by id.
      new FileWalk(oldPath, before).forEach(this::gone);
      new FileWalk(newPath, after).forEach(this::come);
      return;
    }
    if (before.hash().equals(after.hash())) {
      return;
    }
    after.diff(
        before,
        new NodeDiff() {
          @Override
          public boolean added(Entry entry) {
            walk(newPath, entry).forEach(FilePairs.this::come);
            return true;
          }

          @Override
          public boolean removed(Entry entry) {
            walk(oldPath, entry).forEach(FilePairs.this::gone);
            return true;
          }

          @Override
          public boolean changed(Entry old, Entry now) {
            if (FileWalk.isFolder(old.node()) && FileWalk.isFolder(now.node())) {
              folders(oldPath.child(old.name()), old.node(), newPath.child(now.name()), now.node());
            } else {
              removed(old);
              added(now);
            }
            return true;
          }
        });
  }

  private static Iterable<SourceFile> walk(FilePath parent, Entry entry) {
    FilePath path = parent.child(entry.name());
    return FileWalk.isFile(entry.node())
        ? List.of(new SourceFile(path, entry))
        : new FileWalk(path, entry.node());
  }

  private void gone(SourceFile file) {
    gone.put(file.entry().id(), file);
  }

  private void come(SourceFile file) {
    come.put(file.entry().id(), file);
  }

  private List<FilePair> join() {
    gone.forEach(
        (id, file) ->
            pairs.add(new FilePair(Optional.of(file), Optional.ofNullable(come.remove(id)))));
    come.values().forEach(file -> pairs.add(new FilePair(Optional.empty(), Optional.of(file))));
    pairs.removeIf(pair -> pair.kind().isEmpty());
    pairs.sort(FilePair.ORDER);
    return pairs;
  }
}
