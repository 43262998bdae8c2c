package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;

/**
 * What Git knows of an imported folder: what it tracks there, and what it ignores.
 *
 * @param index what Git tracks, by the path from the work tree's root
 * @param rules the ignore rules that hold in the imported folder, its own not among them
 * @param prefix the imported folder's path from the work tree's root, with a slash at its end;
 *     empty for the root itself and outside of work trees
 * @param isWorkTree whether ignore files count at all
 * @param problems what could not be read, each with its path and why
 */
record GitFolder(
    GitIndex index, IgnoreRules rules, String prefix, boolean isWorkTree, List<String> problems) {
  private static final GitFolder PLAIN =
      new GitFolder(GitIndex.NONE, IgnoreRules.NONE, "", false, List.of());

  /**
   * Looks at a folder.
   *
   * @param folder its real path
   * @param honourIgnoreFiles whether ignore rules are read
   */
  static GitFolder of(Path folder, boolean honourIgnoreFiles, Configuration configuration) {
    Optional<WorkTree> around = WorkTree.around(folder);
    if (around.isEmpty()) {
      return PLAIN;
    }
    WorkTree tree = around.get();
    List<String> problems = new ArrayList<>();
    GitIndex index = GitIndex.NONE;
    try {
      boolean sha256 =
          configuration
              .get(around, "extensions", "objectFormat")
              .filter(format -> format.equalsIgnoreCase("sha256"))
              .isPresent();
      index = GitIndex.read(tree.gitDir(), sha256 ? 32 : 20);
    } catch (IOException e) {
      problems.add(
          ".git/index: "
              + Reasons.of(e)
              + "; what Git tracks is not known, so ignored files stay out");
    }
    List<Path> way = new ArrayList<>();
    for (Path at = folder; !at.equals(tree.root()); at = at.getParent()) {
      way.add(0, at);
    }
    if (!honourIgnoreFiles) {
      return new GitFolder(index, IgnoreRules.NONE, text(way), false, problems);
    }
    IgnoreRules rules = IgnoreRules.NONE;
    try {
      rules = IgnoreRules.ofRepository(tree, configuration);
    } catch (IOException e) {
      problems.add("Git's excludes: " + Reasons.of(e));
    }
    Path at = tree.root();
    for (int i = 0; i < way.size(); i++) {
      rules = own(rules, at, text(way.subList(0, i)), problems);
      at = way.get(i);
      String path = text(way.subList(0, i + 1));
      if (rules.ignores(path.substring(0, path.length() - 1), true)) {
        // Whoever names an ignored folder wants it, and no rule from above says what is in it.
        return PLAIN;
      }
    }
    return new GitFolder(index, rules, text(way), true, problems);
  }

  /** The rules with those of one folder before them. */
  static IgnoreRules own(IgnoreRules rules, Path folder, String path, Collection<String> problems) {
    try {
      return rules.with(folder.resolve(IgnoreRules.GITIGNORE), path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      problems.add(path + IgnoreRules.GITIGNORE + ": " + Reasons.of(e));
      return rules;
    }
  }

  /** The folder's path as the index has it: one character a byte. */
  String rawPrefix() {
    return raw(prefix.getBytes(StandardCharsets.UTF_8));
  }

  static String raw(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String text(List<Path> way) {
    StringBuilder text = new StringBuilder();
    for (Path step : way) {
      Name name = RawNames.of(step);
      text.append(name).append('/');
    }
    return text.toString();
  }
}
