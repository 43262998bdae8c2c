package org.fxd.history.core;

import java.util.Optional;
import org.fxd.graph.api.workspace.State;

/** The two sorts of names that people give to commits. */
enum RefFamily {
  BRANCH("branch", State.BRANCHES, "feature/login"),
  TAG("tag", State.TAGS, "v1.0");

  private final String word;
  private final String prefix;
  private final String example;

  RefFamily(String word, String prefix, String example) {
    this.word = word;
    this.prefix = prefix;
    this.example = example;
  }

  /** What one of them is called. */
  String word() {
    return word;
  }

  /** A name of that sort. */
  String example() {
    return example;
  }

  /** What their full names begin with. */
  String prefix() {
    return prefix;
  }

  /** The full name of one. */
  String full(String name) {
    return prefix + name;
  }

  /** The short form of a full name; empty if it is none of this family. */
  Optional<String> name(String full) {
    return full.startsWith(prefix)
        ? Optional.of(full.substring(prefix.length()))
        : Optional.empty();
  }
}
