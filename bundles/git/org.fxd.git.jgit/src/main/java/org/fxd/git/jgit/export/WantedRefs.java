package org.fxd.git.jgit.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.fxd.git.jgit.ref.BranchFilter;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.History;

/** The references that are exported, as of one state. */
final class WantedRefs {
  /**
   * A reference.
   *
   * @param name the full name
   * @param object what it holds: a commit, or the node of an annotated tag
   * @param commit the commit that it leads to
   */
  record Wanted(String name, Hash object, Hash commit) {
    boolean isAnnotatedTag() {
      return !object.equals(commit);
    }
  }

  private final List<Wanted> all = new ArrayList<>();
  private final Optional<String> head;

  /**
   * Those of a project.
   *
   * @param patterns the names of branches; everything if there is none
   * @throws NotFoundException if a branch is not there, or nothing is
   */
  WantedRefs(State state, History history, List<String> patterns) {
    SortedMap<String, Ref> branches = state.refs(State.BRANCHES);
    if (patterns.isEmpty()) {
      branches.keySet().forEach(name -> add(state, history, name));
      state.refs(State.TAGS).keySet().forEach(name -> add(state, history, name));
      state.refs(Constants.R_NOTES).keySet().forEach(name -> add(state, history, name));
      if (all.isEmpty()) {
        throw new FxdException(
            FxdException.Category.FAILED,
            "The project has no commit yet, so there is nothing to export.",
            "Make one: fxd:commit -m TEXT.",
            null);
      }
    }
    for (String pattern : patterns) {
      BranchFilter filter = new BranchFilter(List.of(pattern));
      List<String> matching =
          branches.keySet().stream()
              .filter(name -> filter.takes(name.substring(State.BRANCHES.length())))
              .toList();
      if (matching.isEmpty()) {
        throw new NotFoundException(
            "There is no branch '" + pattern + "' to export.",
            "There are "
                + branches.keySet().stream()
                    .map(name -> name.substring(State.BRANCHES.length()))
                    .collect(Collectors.joining(", "))
                + ".");
      }
      matching.stream()
          .filter(name -> all.stream().noneMatch(wanted -> wanted.name().equals(name)))
          .forEach(name -> add(state, history, name));
    }
    Optional<String> checkedOut =
        state
            .ref(State.HEAD)
            .filter(Ref.Symbolic.class::isInstance)
            .map(ref -> ((Ref.Symbolic) ref).target());
    head =
        checkedOut
            .filter(name -> all.stream().anyMatch(wanted -> wanted.name().equals(name)))
            .or(
                () ->
                    all.stream()
                        .map(Wanted::name)
                        .filter(name -> name.startsWith(State.BRANCHES))
                        .findFirst());
  }

  private void add(State state, History history, String name) {
    Optional<Hash> object = state.resolve(name);
    object.ifPresent(hash -> all.add(new Wanted(name, hash, history.commit(hash).id())));
  }

  /** All of them, branches first. */
  List<Wanted> all() {
    return all;
  }

  /** The branch that a new repository has checked out, if there is one. */
  Optional<String> head() {
    return head;
  }
}
