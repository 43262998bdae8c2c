package org.fxd.git.jgit.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fxd.graph.api.Name;

/** A path in a tree; those of one folder share what is above. */
final class GitPath {
  /** The tree itself. */
  static final GitPath ROOT = new GitPath(null, Name.EMPTY, 0);

  private final GitPath folder;
  private final Name name;
  private final int depth;

  private GitPath(GitPath folder, Name name, int depth) {
    this.folder = folder;
    this.name = name;
    this.depth = depth;
  }

  GitPath child(Name inside) {
    return new GitPath(this, inside, depth + 1);
  }

  Name name() {
    return name;
  }

  /** How many names it has. */
  int depth() {
    return depth;
  }

  /** The names, the uppermost first. */
  Deque<Name> names() {
    Deque<Name> names = new ArrayDeque<>(depth);
    for (GitPath at = this; at.folder != null; at = at.folder) {
      names.push(at.name);
    }
    return names;
  }

  /** For people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Name each : names()) {
      text.append(text.isEmpty() ? "" : "/").append(each);
    }
    return text.toString();
  }
}
