package org.fxd.graph.core.select;

import java.util.Set;
import org.fxd.graph.api.Kind;

/**
 * How far a selector reaches: whether what it finds may be inner nodes of a projection. Those are
 * pieces of code, never files or what files stand in.
 */
final class Reach {
  private static final Set<String> OUTER =
      Set.of(
          Kind.ROOT.name(),
          Kind.FOLDER.name(),
          Kind.FILE.name(),
          Kind.SYMLINK.name(),
          Kind.GITLINK.name());

  private Reach() {}

  /** Whether a selector may find inner nodes. */
  static boolean inside(SelectorList list) {
    return list.any().stream().map(Complex::subject).anyMatch(Reach::inside);
  }

  private static boolean inside(Compound compound) {
    return compound.all().stream().allMatch(Reach::inside);
  }

  private static boolean inside(Condition condition) {
    if (condition instanceof Condition.Type type) {
      return !OUTER.contains(type.name());
    }
    // What stands right below the root stands in no file.
    return condition instanceof Condition.Is is
        ? inside(is.list())
        : !(condition instanceof Condition.Root);
  }
}
