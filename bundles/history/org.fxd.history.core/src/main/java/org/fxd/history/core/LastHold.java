package org.fxd.history.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;

/**
 * Looks whether a reference is the last one that leads to some commits, before it leads elsewhere.
 */
final class LastHold {
  private final Commits commits;
  private final State state;

  LastHold(Commits commits, State state) {
    this.commits = commits;
    this.state = state;
  }

  /**
   * Checks that no commit is left behind.
   *
   * @param ref the full name of the reference
   * @param becomes the commit that it is to lead to; empty if it is to go
   * @param doing what is about to be done, such as {@code "Deleting the branch 'x'"}
   * @param anyway the command that does it all the same
   * @throws FxdException if some would be; it counts them
   */
  void check(String ref, Optional<Hash> becomes, String doing, String anyway) {
    Set<Hash> kept = others(ref);
    becomes.ifPresent(kept::add);
    Sides sides = Sides.first(commits, state.resolve(ref).stream().toList(), kept);
    if (sides.onlyFirst() > 0) {
      throw new FxdException(
          FxdException.Category.FAILED,
          doing
              + " would leave "
              + (sides.onlyFirst() == 1 ? "a commit" : sides.onlyFirst() + " commits")
              + " that no branch or tag leads to: "
              + named(sides)
              + ".",
          "Give it another name first (fxd:branch or fxd:tag), or do it anyway: " + anyway,
          null);
    }
  }

  /** What other references lead to. The head is none: it is gone with the next checkout. */
  private Set<Hash> others(String ref) {
    Set<Hash> others = new LinkedHashSet<>();
    for (Map.Entry<String, Ref> other : state.refs("refs/").entrySet()) {
      if (!other.getKey().equals(ref) && other.getValue() instanceof Ref.Direct direct) {
        others.add(direct.hash());
      }
    }
    return others;
  }

  private static String named(Sides sides) {
    List<String> named =
        sides.sample().stream()
            .map(commit -> commit.id().brief() + " (" + commit.summary() + ")")
            .collect(Collectors.toList());
    if (named.size() < sides.onlyFirst()) {
      named.add("…");
    }
    return String.join(", ", named);
  }
}
