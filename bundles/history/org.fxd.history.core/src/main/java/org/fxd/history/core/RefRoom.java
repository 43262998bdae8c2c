package org.fxd.history.core;

import java.util.Set;
import org.fxd.graph.api.error.FxdException;

/** Whether a name is free: Git keeps references as files, so none can stand where a folder is. */
final class RefRoom {
  private final RefFamily family;
  private final String wanted;

  /**
   * Room for one name.
   *
   * @param wanted the full name
   */
  RefRoom(RefFamily family, String wanted) {
    this.family = family;
    this.wanted = wanted;
  }

  /**
   * Checks the name against those that there are.
   *
   * @param others their full names
   */
  void check(Set<String> others) {
    for (String other : others) {
      if (other.equals(wanted)) {
        throw taken();
      }
      if (other.startsWith(wanted + "/") || wanted.startsWith(other + "/")) {
        throw clash(other);
      }
    }
  }

  private FxdException taken() {
    String name = name(wanted);
    return failure(
        "There is a " + family.word() + " '" + name + "' already.",
        family == RefFamily.BRANCH
            ? "Check it out (fxd:checkout " + name + ") or choose another name."
            : "Choose another name, or put this one in its place: fxd:tag " + name + " --force");
  }

  private FxdException clash(String other) {
    return failure(
        "'"
            + name(wanted)
            + "' cannot be a "
            + family.word()
            + " beside '"
            + name(other)
            + "': to Git, one would be a folder and a file at once.",
        "Choose another name.");
  }

  private String name(String full) {
    return family.name(full).orElse(full);
  }

  private static FxdException failure(String what, String hint) {
    return new FxdException(FxdException.Category.FAILED, what, hint, null);
  }
}
