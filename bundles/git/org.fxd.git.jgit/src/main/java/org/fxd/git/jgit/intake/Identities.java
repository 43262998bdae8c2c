package org.fxd.git.jgit.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.identity.DerivedIds;
import org.fxd.git.jgit.identity.EntryIds;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/** Who the files and folders are that one commit brings. */
final class Identities {
  private final byte[] birth;
  private final Node before;
  private final FolderEdit edit;
  private final List<OtherParent> others;

  /** Those that go on from another path or another parent. */
  private final Set<NodeId> used = new HashSet<>();

  /** Those that the first parent has, and that are gone. */
  private Set<NodeId> gone;

  /**
   * The identities of a commit.
   *
   * @param before {@code code} in the first parent
   * @param edit what the commit does to it
   * @param others {@code code} in the other parents
   */
  Identities(GitId commit, Node before, FolderEdit edit, List<Node> others) {
    this.birth = Arrays.copyOf(commit.bytes(), Hash.LENGTH);
    this.before = before;
    this.edit = edit;
    this.others = others.stream().map(code -> new OtherParent(before, code)).toList();
    useMoved(edit);
  }

  /** Whatever moved within the first parent's tree comes first, wherever it is met. */
  private void useMoved(FolderEdit folder) {
    for (FileEdit file : folder.files()) {
      file.from().flatMap(from -> CodePaths.find(before, from)).ifPresent(it -> used.add(it.id()));
    }
    folder.folders().forEach(this::useMoved);
  }

  /**
   * The entry that a file continues.
   *
   * @param here what the first parent has at its path
   */
  Optional<Entry> continued(FileEdit file, Optional<Entry> here) {
    if (file.stays() && here.isPresent()) {
      return here;
    }
    if (file.from().isPresent()) {
      Optional<Entry> moved = CodePaths.find(before, file.from().get());
      if (moved.isPresent()) {
        return moved;
      }
    }
    return inOther(file.path(), false);
  }

  /** A file that was not there before. */
  NodeId born(FileEdit file) {
    return DerivedIds.file(birth, file.path().names());
  }

  /** A folder that the first parent has not. */
  NodeId folder(FolderEdit folder) {
    return inOther(folder.path(), true)
        .map(Entry::id)
        .orElseGet(() -> DerivedIds.folder(birth, folder.path().names()));
  }

  private Optional<Entry> inOther(GitPath path, boolean isFolder) {
    for (OtherParent other : others) {
      Optional<Entry> there = other.at(path, isFolder);
      if (there.isPresent() && isFree(there.get().id(), other)) {
        used.add(there.get().id());
        return there;
      }
    }
    return Optional.empty();
  }

  private boolean isFree(NodeId id, OtherParent other) {
    return !used.contains(id) && (!other.isElsewhere(id) || gone().contains(id));
  }

  private Set<NodeId> gone() {
    if (gone == null) {
      gone = new HashSet<>();
      gone(before, edit);
    }
    return gone;
  }

  private void gone(Node folder, FolderEdit its) {
    its.removed().forEach(name -> folder.entry(name).ifPresent(entry -> EntryIds.add(entry, gone)));
    for (FolderEdit inner : its.folders()) {
      if (inner.stays()) {
        folder.entry(inner.path().name()).ifPresent(entry -> gone(entry.node(), inner));
      }
    }
  }
}
