package org.fxd.git.jgit.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.jgit.intake.FileEdit.Version;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;

/**
 * What differs between two trees, folder by folder; equal ones are not looked into. Belongs to one
 * thread.
 */
final class TreeDifference {
  /** A commit in which more differs is refused: a few small trees can hold billions of files. */
  static final int MOST = 1_000_000;

  /** Above the files stand {@code code} and the root, and within a file some levels more. */
  private static final int DEEPEST = Limits.DEPTH - 64;

  private static final int REMEMBERED = 512;

  private final GitReader reader;
  private final Cancellation cancellation;
  private final Map<ObjectId, ReadTree> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, ReadTree> eldest) {
          return size() > REMEMBERED;
        }
      };

  TreeDifference(GitReader reader, Cancellation cancellation) {
    this.reader = reader;
    this.cancellation = cancellation;
  }

  /** A file of the tree before that has none at its path in the tree after. */
  record Gone(GitPath path, Version version) {}

  /** What was found. */
  static final class Result {
    private final FolderEdit edit = new FolderEdit(GitPath.ROOT, true);
    private final List<Gone> gone = new ArrayList<>();
    private final List<FileEdit> files = new ArrayList<>();
    private long kept;
    private int count;

    /** What is done to the uppermost folder. */
    FolderEdit edit() {
      return edit;
    }

    /** The files that are gone, by path. */
    List<Gone> gone() {
      return gone;
    }

    /** All files that are put anywhere, by path. */
    List<FileEdit> files() {
      return files;
    }

    /** How many trees are kept. */
    long kept() {
      return kept;
    }
  }

  /** Compares two trees. */
  Result of(ObjectId before, ObjectId after) {
    Result result = new Result();
    compare(tree(before), tree(after), result.edit, result);
    return result;
  }

  private ReadTree tree(ObjectId id) {
    ReadTree known = recent.get(id);
    if (known == null) {
      try {
        known = ReadTree.of(reader.tree(id));
      } catch (MalformedObjectException e) {
        throw GitReader.refused("tree", id, e.getMessage(), e);
      }
      recent.put(id.copy(), known);
    }
    return known;
  }

  private void compare(ReadTree before, ReadTree after, FolderEdit edit, Result result) {
    cancellation.check();
    edit.kept(after.odd());
    result.kept += after.odd().isPresent() ? 1 : 0;
    for (Map.Entry<Name, GitTreeEntry> old : before.entries().entrySet()) {
      GitTreeEntry now = after.entries().get(old.getKey());
      if (now == null || isFolder(now) != isFolder(old.getValue())) {
        edit.removed().add(old.getKey());
        gone(edit.path().child(old.getKey()), old.getValue(), result);
      }
    }
    for (GitTreeEntry now : after.entries().values()) {
      put(before.entries().get(now.name()), now, edit, result);
    }
  }

  private static boolean isFolder(GitTreeEntry entry) {
    return entry.kind().equals(Kind.FOLDER);
  }

  private void put(GitTreeEntry before, GitTreeEntry now, FolderEdit edit, Result result) {
    if (before != null && isSame(before, now)) {
      return;
    }
    GitPath path = edit.path().child(now.name());
    count(path, result);
    Optional<GitTreeEntry> old =
        Optional.ofNullable(before).filter(entry -> isFolder(entry) == isFolder(now));
    if (isFolder(now)) {
      FolderEdit inner = new FolderEdit(path, old.isPresent());
      edit.folders().add(inner);
      compare(
          old.map(entry -> tree(GitIds.of(entry.id()))).orElse(ReadTree.EMPTY),
          tree(GitIds.of(now.id())),
          inner,
          result);
    } else {
      FileEdit file = new FileEdit(path, version(now), old.map(TreeDifference::version));
      edit.files().add(file);
      result.files.add(file);
    }
  }

  /** Whether two entries are the same, however their modes are written. */
  private static boolean isSame(GitTreeEntry before, GitTreeEntry now) {
    return before.id().equals(now.id())
        && before.kind().equals(now.kind())
        && before.isExecutable() == now.isExecutable();
  }

  private void gone(GitPath path, GitTreeEntry entry, Result result) {
    count(path, result);
    if (isFolder(entry)) {
      for (GitTreeEntry inside : tree(GitIds.of(entry.id())).entries().values()) {
        gone(path.child(inside.name()), inside, result);
      }
    } else {
      result.gone.add(new Gone(path, version(entry)));
    }
  }

  private static void count(GitPath path, Result result) {
    if (path.depth() > DEEPEST) {
      throw refused("a folder in it is nested deeper than " + DEEPEST + " levels");
    }
    if (++result.count > MOST) {
      throw refused("more than " + MOST + " files differ from its first parent's");
    }
  }

  private static FxdException refused(String why) {
    return new MalformedObjectException(why);
  }

  private static Version version(GitTreeEntry entry) {
    return new Version(entry.kind(), entry.isExecutable(), GitIds.of(entry.id()));
  }
}
