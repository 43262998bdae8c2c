package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.jgit.object.GitTreeCodec;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.testkit.Choices;

/** Makes histories with all that Git lets through: merges, moves, odd trees, odd commits. */
final class RandomHistory {
  private static final String[] NAMES = {"a", "b", "B", "c.txt", "d", "é", "src", "lib"};
  private static final String[] MODES = {"100644", "100755", "120000", "160000", "100664"};

  /** What stands at a path. */
  private record Item(String mode, ObjectId id) {}

  private final GitRepo repo;
  private final Choices choices;
  private final List<ObjectId> commits = new ArrayList<>();
  private final Map<ObjectId, TreeMap<String, Item>> trees = new HashMap<>();

  RandomHistory(GitRepo repo, Choices choices) {
    this.repo = repo;
    this.choices = choices;
  }

  /** The commits, each behind its parents. */
  List<ObjectId> commits() {
    return commits;
  }

  /** Makes one more commit. */
  ObjectId commit() {
    List<ObjectId> parents = new ArrayList<>();
    if (!commits.isEmpty() && choices.below(12) > 0) {
      parents.add(commits.get(commits.size() - 1 - Math.min(choices.below(3), commits.size() - 1)));
      int more = choices.below(4) == 0 ? 1 + choices.below(2) : 0;
      for (int i = 0; i < more; i++) {
        ObjectId other = commits.get(choices.below(commits.size()));
        if (!parents.contains(other)) {
          parents.add(other);
        }
      }
    }
    TreeMap<String, Item> tree = new TreeMap<>();
    for (ObjectId parent : parents) {
      trees.get(parent).forEach(tree::putIfAbsent);
    }
    keepPossible(tree);
    int edits = choices.below(4);
    for (int i = 0; i < edits; i++) {
      edit(tree);
    }
    keepPossible(tree);
    ObjectId root = choices.below(8) == 0 ? oddTree(tree) : tree(tree, "");
    ObjectId commit = choices.below(8) == 0 ? oddCommit(root, parents) : plainCommit(root, parents);
    if (!trees.containsKey(commit)) {
      trees.put(commit, tree);
      commits.add(commit);
    }
    return commit;
  }

  private ObjectId plainCommit(ObjectId root, List<ObjectId> parents) {
    return repo.commit(root, "commit " + commits.size(), parents.toArray(ObjectId[]::new));
  }

  private ObjectId oddCommit(ObjectId root, List<ObjectId> parents) {
    StringBuilder text = new StringBuilder("tree ").append(root.name()).append('\n');
    parents.forEach(parent -> text.append("parent ").append(parent.name()).append('\n'));
    String[] people = {
      "Ada <ada@example.org> 1700000000 +0000",
      "Ada <ada@example.org> 170000000 -0000",
      " <> 0 +2500",
      "nobody",
      "Ada <ada <x>@example.org> 99999999999999 +0100"
    };
    text.append("author ").append(people[choices.below(people.length)]).append('\n');
    text.append("committer ").append(people[choices.below(people.length)]).append('\n');
    String[] headers = {
      "",
      "encoding ISO-8859-1\n",
      "gpgsig -----BEGIN\n abc\n -----END\n",
      "mergetag x\n y\n",
      "odd\n"
    };
    text.append(headers[choices.below(headers.length)]);
    String[] messages = {"\nhello", "\n", "", "\nhello\n\n", "\nh\u00e9llo \0 there\n"};
    text.append(messages[choices.below(messages.length)]).append(commits.size());
    return repo.object(Constants.OBJ_COMMIT, text.toString().getBytes(UTF_8));
  }

  /** No path stands below a file. */
  private static void keepPossible(Map<String, Item> tree) {
    for (String path : List.copyOf(tree.keySet())) {
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        if (tree.containsKey(path.substring(0, slash))) {
          tree.remove(path);
          break;
        }
      }
    }
  }

  private void edit(Map<String, Item> tree) {
    List<String> paths = List.copyOf(tree.keySet());
    int what = choices.below(6);
    if (what < 2 || paths.isEmpty()) {
      tree.put(path(), item());
      return;
    }
    String path = paths.get(choices.below(paths.size()));
    if (what == 2) {
      tree.remove(path);
    } else if (what == 3) {
      tree.put(path(), tree.remove(path));
    } else if (what == 4) {
      Item item = tree.remove(path);
      tree.put(path(), choices.below(2) == 0 ? item : new Item("100644", text()));
    } else {
      tree.put(path, item());
    }
  }

  private String path() {
    StringBuilder path = new StringBuilder(NAMES[choices.below(NAMES.length)]);
    int depth = choices.below(3);
    for (int i = 0; i < depth; i++) {
      path.append('/').append(NAMES[choices.below(NAMES.length)]);
    }
    return path.toString();
  }

  private Item item() {
    String mode = MODES[choices.below(MODES.length)];
    return mode.equals("160000")
        ? new Item(mode, ObjectId.fromString("0123456789012345678901234567890123456789"))
        : new Item(mode, text());
  }

  /** Few different ones, some of them alike. */
  private ObjectId text() {
    int number = choices.below(6);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < number; i++) {
      text.append("line ").append(i).append(" of some text\n");
    }
    return repo.blob(text + (choices.below(2) == 0 ? "" : "x" + choices.below(3) + "\n"));
  }

  private ObjectId tree(Map<String, Item> items, String folder) {
    return repo.tree(entries(items, folder));
  }

  private List<GitTreeEntry> entries(Map<String, Item> items, String folder) {
    Map<String, GitTreeEntry> entries = new TreeMap<>();
    for (Map.Entry<String, Item> each : items.entrySet()) {
      if (each.getKey().startsWith(folder)) {
        String rest = each.getKey().substring(folder.length());
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        if (slash < 0) {
          entries.put(name, GitRepo.entry(each.getValue().mode(), name, each.getValue().id()));
        } else if (!entries.containsKey(name)) {
          ObjectId inside = tree(items, folder + name + "/");
          entries.put(name, GitRepo.entry("40000", name, inside));
        }
      }
    }
    return new ArrayList<>(entries.values());
  }

  /** A tree that says the same and looks otherwise. */
  private ObjectId oddTree(Map<String, Item> items) {
    byte[] raw = GitTreeCodec.written(entries(items, ""));
    int how = choices.below(4);
    if (how == 0) {
      // Modes with a zero in front, as some old programs wrote them.
      raw =
          new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1)
              .replace("40000 ", "040000 ")
              .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    } else if (how == 1) {
      raw = GitRepo.bytes(raw, odd("40000", "zzz", GitTreeCodec.EMPTY.bytes()));
    } else if (how == 2) {
      raw = GitRepo.bytes(odd("100644", "zz", raw(repo.blob("first\n"))), raw);
    } else {
      raw = GitRepo.bytes(raw, odd("100644", "a", raw(repo.blob("second\n"))));
    }
    return repo.object(Constants.OBJ_TREE, raw);
  }

  private static byte[] raw(ObjectId id) {
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(raw, 0);
    return raw;
  }

  private static byte[] odd(String mode, String name, byte[] id) {
    return GitRepo.bytes(mode + " " + name + "\0", Arrays.copyOf(id, id.length));
  }
}
