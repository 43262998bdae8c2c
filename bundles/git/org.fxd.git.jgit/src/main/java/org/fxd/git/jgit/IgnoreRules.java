package org.fxd.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * The ignore rules that hold in a folder: its own, then those of the folders above it, then the
 * repository's, then the user's. The first that says anything decides.
 *
 * <p>Paths are given from the work tree's root, with slashes.
 */
final class IgnoreRules {
  /** Nothing is ignored. */
  static final IgnoreRules NONE = new IgnoreRules(null, new IgnoreNode(), 0);

  static final String GITIGNORE = ".gitignore";

  private final IgnoreRules above;
  private final IgnoreNode rules;
  private final int prefix;

  private IgnoreRules(IgnoreRules above, IgnoreNode rules, int prefix) {
    this.above = above;
    this.rules = rules;
    this.prefix = prefix;
  }

  /** Whether an entry is ignored, given that the folder that it stands in is not. */
  boolean ignores(String path, boolean folder) {
    for (IgnoreRules at = this; at != null; at = at.above) {
      Boolean ignored = at.rules.checkIgnored(path.substring(at.prefix), folder);
      if (ignored != null) {
        return ignored;
      }
    }
    return false;
  }

  /**
   * These rules with those of a file before them.
   *
   * @param file the rules; the same come back if it is not there or holds none
   * @param folder the path of the folder for which they hold, with a slash at its end; empty for
   *     the root
   * @throws IOException if the file cannot be read
   */
  IgnoreRules with(Path file, String folder, LinkOption... options) throws IOException {
    if (!Files.isRegularFile(file, options)) {
      return this;
    }
    IgnoreNode node = new IgnoreNode();
    try (InputStream in = Files.newInputStream(file, options)) {
      node.parse(file.toString(), in);
    }
    return node.getRules().isEmpty() ? this : new IgnoreRules(this, node, folder.length());
  }

  /** The rules of a repository and its user, which stand behind those of all folders. */
  static IgnoreRules ofRepository(WorkTree tree, Configuration configuration) throws IOException {
    Environment environment = configuration.environment();
    Optional<String> named = configuration.get(Optional.of(tree), "core", "excludesFile");
    Path user =
        named
            .map(environment::expand)
            .orElse(environment.configHome().resolve("git").resolve("ignore"));
    return NONE.with(user, "").with(tree.commonDir().resolve("info").resolve("exclude"), "");
  }
}
