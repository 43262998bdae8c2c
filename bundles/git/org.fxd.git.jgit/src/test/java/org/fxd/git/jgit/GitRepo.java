package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitTreeCodec;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.graph.api.Name;

/** A bare repository that is written object by object, so that it can hold whatever there is. */
final class GitRepo implements AutoCloseable {
  private final Path folder;
  private final Repository repository;
  private int seconds;

  private GitRepo(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  static GitRepo create(Path folder) {
    try {
      Repository made = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
      made.create(true);
      GitRepo repo = new GitRepo(folder, made);
      repo.head("refs/heads/main");
      return repo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GitRepo open(Path folder) {
    try {
      return new GitRepo(
          folder, new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Repository repository() {
    return repository;
  }

  ObjectId object(int type, byte[] bytes) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(type, bytes);
      inserter.flush();
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectId blob(String text) {
    return object(Constants.OBJ_BLOB, text.getBytes(UTF_8));
  }

  /** A tree of files, by their paths, with text; a path that ends with {@code *} is executable. */
  ObjectId tree(Map<String, String> files) {
    Map<String, Map<String, String>> folders = new TreeMap<>();
    List<GitTreeEntry> entries = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          int slash = path.indexOf('/');
          if (slash >= 0) {
            folders
                .computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
                .put(path.substring(slash + 1), text);
          } else {
            boolean executable = path.endsWith("*");
            String name = executable ? path.substring(0, path.length() - 1) : path;
            entries.add(entry(executable ? "100755" : "100644", name, blob(text)));
          }
        });
    folders.forEach((name, inside) -> entries.add(entry("40000", name, tree(inside))));
    return tree(entries);
  }

  /** A tree as Git would write it. */
  ObjectId tree(Collection<GitTreeEntry> entries) {
    return object(Constants.OBJ_TREE, GitTreeCodec.written(entries));
  }

  static GitTreeEntry entry(String mode, String name, ObjectId id) {
    return new GitTreeEntry(mode, Name.of(name), GitId.parse(id.name()));
  }

  /** A commit of a tree. */
  ObjectId commit(ObjectId tree, String message, ObjectId... parents) {
    StringBuilder text = new StringBuilder("tree ").append(tree.name()).append('\n');
    for (ObjectId parent : parents) {
      text.append("parent ").append(parent.name()).append('\n');
    }
    String who = "Ada <ada@example.org> " + (1_700_000_000L + seconds++ * 60L) + " +0100\n";
    text.append("author ").append(who).append("committer ").append(who);
    return object(Constants.OBJ_COMMIT, (text + "\n" + message + "\n").getBytes(UTF_8));
  }

  /** A commit of files. */
  ObjectId commit(Map<String, String> files, String message, ObjectId... parents) {
    return commit(tree(files), message, parents);
  }

  ObjectId tag(String name, ObjectId object, String type) {
    String text =
        "object "
            + object.name()
            + "\ntype "
            + type
            + "\ntag "
            + name
            + "\ntagger Ada <ada@example.org> 1700000000 +0100\n\nabout "
            + name
            + "\n";
    return object(Constants.OBJ_TAG, text.getBytes(UTF_8));
  }

  void ref(String name, ObjectId id) {
    try {
      RefUpdate update = repository.updateRef(name, true);
      update.setNewObjectId(id);
      update.forceUpdate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void branch(String name, ObjectId id) {
    ref("refs/heads/" + name, id);
  }

  void head(String target) {
    try {
      repository.updateRef("HEAD").link(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Object... parts) {
    byte[] all = new byte[0];
    for (Object part : parts) {
      byte[] next = part instanceof byte[] raw ? raw : part.toString().getBytes(UTF_8);
      int length = all.length;
      all = Arrays.copyOf(all, length + next.length);
      System.arraycopy(next, 0, all, length, next.length);
    }
    return all;
  }

  @Override
  public void close() {
    repository.close();
  }
}
