package org.fxd.git.jgit.carrier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitObjects;
import org.fxd.git.jgit.object.GitTreeCodec;
import org.fxd.git.jgit.object.GitTreeEntry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;

/**
 * Files under names of hexadecimal digits, in folders by the first two of them: a tree of Git that
 * stays quick to change however many there are.
 */
final class Fanout {
  private static final int DIGITS = 2;

  private Fanout() {}

  /** The entries of a tree. */
  static Map<Name, GitTreeEntry> entries(byte[] tree) {
    return GitTreeCodec.effective(GitTreeCodec.parse(tree));
  }

  /** A folder in a tree, if there is one of that name. */
  static Optional<GitId> folder(Map<Name, GitTreeEntry> entries, String name) {
    return Optional.ofNullable(entries.get(Name.of(name)))
        .filter(entry -> entry.kind().equals(Kind.FOLDER))
        .map(GitTreeEntry::id);
  }

  static String first(String digits) {
    return digits.substring(0, DIGITS);
  }

  static String rest(String digits) {
    return digits.substring(DIGITS);
  }

  /** A tree with more files in it; those of a name that is there take its place. */
  static GitId with(GitObjects objects, Optional<GitId> tree, Map<String, GitId> files) {
    SortedMap<String, Map<String, GitId>> folders = new TreeMap<>();
    files.forEach(
        (digits, id) ->
            folders
                .computeIfAbsent(first(digits), name -> new LinkedHashMap<>())
                .put(rest(digits), id));
    Map<Name, GitTreeEntry> all = there(objects, tree);
    folders.forEach(
        (name, inside) -> {
          Map<Name, GitTreeEntry> folder = there(objects, folder(all, name));
          inside.forEach((rest, id) -> put(folder, GitTreeEntry.FILE, rest, id));
          put(all, GitTreeEntry.FOLDER, name, put(objects, folder.values()));
        });
    return put(objects, all.values());
  }

  private static Map<Name, GitTreeEntry> there(GitObjects objects, Optional<GitId> tree) {
    return tree.map(id -> entries(objects.tree(id))).orElseGet(LinkedHashMap::new);
  }

  static void put(Map<Name, GitTreeEntry> entries, String mode, String name, GitId id) {
    entries.put(Name.of(name), new GitTreeEntry(mode, Name.of(name), id));
  }

  static GitId put(GitObjects objects, Collection<GitTreeEntry> entries) {
    List<GitTreeEntry> all = new ArrayList<>(entries);
    return objects.put(Constants.OBJ_TREE, GitTreeCodec.written(all));
  }
}
