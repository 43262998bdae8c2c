package org.fxd.history.core;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.ref.RefMove;
import org.fxd.history.api.ref.Reflog;

/**
 * How references moved, read from the states before and after each operation. Operations that moved
 * none, as most edits, cost the reading of one state's node.
 */
final class RefHistory implements Reflog {
  private final Workspace workspace;
  private final Commits commits;

  RefHistory(Workspace workspace, Commits commits) {
    this.workspace = workspace;
    this.commits = commits;
  }

  @Override
  public Iterable<RefMove> moves(String name) {
    return () -> {
      Set<String> meant = meant(workspace.state(), name);
      return new Walk((before, after) -> meant);
    };
  }

  @Override
  public Iterable<RefMove> moves() {
    return () ->
        new Walk(
            (before, after) -> {
              Set<String> names = new TreeSet<>(after.otherwiseIn(before));
              names.add(State.HEAD);
              return names;
            });
  }

  /** The references that a name may mean: one that is there, else any that once was. */
  private static Set<String> meant(State state, String name) {
    if (name.equals("@") || name.equals(State.HEAD)) {
      return Set.of(State.HEAD);
    }
    if (name.startsWith("refs/")) {
      return Set.of(name);
    }
    String branch = State.BRANCHES + name;
    String tag = State.TAGS + name;
    return state.ref(branch).isPresent()
        ? Set.of(branch)
        : state.ref(tag).isPresent() ? Set.of(tag) : Set.of(branch, tag);
  }

  @Override
  public Optional<Hash> at(String name, int back) {
    if (back < 0) {
      throw new UsageException(
          "'" + name + "@{" + back + "}' looks ahead.", "Moves are counted back, from 0: now.");
    }
    if (back == 0) {
      State state = workspace.state();
      return meant(state, name).stream()
          .flatMap(full -> state.resolve(full).stream())
          .findFirst()
          .map(object -> commits.get(object).commit().id());
    }
    int seen = 0;
    for (RefMove move : moves(name)) {
      if (++seen == back) {
        return move.before().commit();
      }
    }
    throw new NotFoundException(
        "There is no '" + name + "@{" + back + "}': the log knows of " + count(seen) + ".",
        "fxd:reflog " + name + " lists them.");
  }

  private static String count(int moves) {
    return moves == 0 ? "no move of it" : moves == 1 ? "one move only" : moves + " moves only";
  }

  /**
   * What was checked out before what is now: a branch's name or a commit's id. Branches that are
   * gone are passed over, and so are their former names where one was renamed.
   */
  Optional<String> previouslyCheckedOut() {
    State state = workspace.state();
    Optional<Ref> now = state.ref(State.HEAD);
    for (RefMove move : moves(State.HEAD)) {
      Optional<Ref> before = move.before().written();
      if (before.isEmpty() || before.equals(now) || before.equals(move.after().written())) {
        continue;
      }
      if (before.get() instanceof Ref.Symbolic symbolic) {
        if (state.resolve(symbolic.target()).isPresent()) {
          return RefFamily.BRANCH.name(symbolic.target());
        }
      } else {
        return move.before().commit().map(Hash::toString);
      }
    }
    return Optional.empty();
  }

  private PastRefs refs(Hash state) {
    return state.equals(Hash.ZERO)
        ? new PastRefs(workspace.root().missing())
        : PastRefs.of(workspace.node(state));
  }

  private RefMove.Standing standing(PastRefs refs, String name) {
    Optional<Hash> object = refs.object(name);
    // Only a tag's name may hold something that is no commit; so others need not be read.
    return new RefMove.Standing(
        refs.written(name),
        name.startsWith(State.TAGS) ? object.map(tag -> commits.get(tag).commit().id()) : object);
  }

  /** Goes back from operation to operation. */
  private final class Walk implements Iterator<RefMove> {
    private final Iterator<Operation> operations = workspace.operations().iterator();
    private final Queue<RefMove> ready = new ArrayDeque<>();
    private final BiFunction<PastRefs, PastRefs, Set<String>> names;

    /**
     * A walk.
     *
     * @param names which references to look at, of those before and those after
     */
    Walk(BiFunction<PastRefs, PastRefs, Set<String>> names) {
      this.names = names;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && operations.hasNext()) {
        look(operations.next());
      }
      return !ready.isEmpty();
    }

    @Override
    public RefMove next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void look(Operation operation) {
      PastRefs after = refs(operation.after());
      PastRefs before = refs(operation.before());
      if (after.isAs(before)) {
        return;
      }
      for (String name : names.apply(before, after)) {
        RefMove.Standing then = standing(before, name);
        RefMove.Standing now = standing(after, name);
        if (!then.equals(now)) {
          ready.add(new RefMove(name, then, now, operation));
        }
      }
    }
  }
}
