package org.fxd.git.jgit.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.git.api.history.HistoryReport.Outcome;
import org.fxd.git.api.history.HistoryReport.RefResult;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Work;

/**
 * Moves a project's references to what was taken in, in one transaction: none that went another way
 * is touched.
 */
final class RefMoves {
  private final History history;
  private final Checkouts checkouts;
  private final String remote;
  private final SortedMap<String, Hash> wanted;
  private final Optional<Ref> checkOut;
  private final SortedMap<String, RefResult> results = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private Transaction transaction;
  private State base;
  private Set<String> names;

  /**
   * Moves.
   *
   * @param remote the name under which what is there is remembered
   * @param wanted the objects that references shall lead to, by full name
   * @param checkOut what is checked out where no commit is: a branch or a commit
   */
  RefMoves(
      History history,
      Checkouts checkouts,
      String remote,
      SortedMap<String, Hash> wanted,
      Optional<Ref> checkOut) {
    this.history = history;
    this.checkouts = checkouts;
    this.remote = remote;
    this.wanted = wanted;
    this.checkOut = checkOut;
  }

  /** What became of each. */
  SortedMap<String, RefResult> results() {
    return results;
  }

  /** What a person should know. */
  List<String> notes() {
    return notes;
  }

  /** Does it. */
  void in(Transaction its) {
    transaction = its;
    base = its.base();
    names = new HashSet<>(base.refs("refs/").keySet());
    results.clear();
    notes.clear();
    boolean fresh = base.resolve(State.HEAD).isEmpty();
    boolean empty = base.refs(State.BRANCHES).isEmpty();
    for (Map.Entry<String, Hash> each : wanted.entrySet()) {
      String name = each.getKey();
      move(name, each.getValue());
      if (name.startsWith(State.BRANCHES)) {
        remember(name.substring(State.BRANCHES.length()), each.getValue());
      }
    }
    if (fresh && empty && checkOut.isPresent()) {
      begin(checkOut.get());
    } else if (fresh) {
      head().ifPresent(head -> turn(head, base.refs(head).isEmpty()));
    }
  }

  private void move(String name, Hash to) {
    Optional<Hash> from = base.resolve(name);
    if (from.isEmpty()) {
      Optional<String> clash = clash(name);
      if (clash.isPresent()) {
        notes.add(
            name
                + ": left out; beside "
                + clash.get()
                + " it would be a folder and a file at once");
        result(name, Outcome.REFUSED, Optional.empty());
      } else {
        set(name, to);
        result(name, Outcome.NEW, Optional.of(to));
      }
    } else if (from.get().equals(to)) {
      result(name, Outcome.SAME, from);
    } else if (name.startsWith(State.TAGS)) {
      notes.add(name + ": stays, though it leads elsewhere there");
      result(name, Outcome.KEPT, from);
    } else {
      follow(name, from.get(), to);
    }
  }

  private void follow(String name, Hash from, Hash to) {
    Commit before = history.commit(from);
    Commit after = history.commit(to);
    if (history.isAncestor(before, after)) {
      set(name, to);
      result(name, Outcome.MOVED, Optional.of(to));
      if (head().filter(name::equals).isPresent()) {
        transaction.dependOn(State.HEAD);
        checkouts.turn(transaction, after, Work.FOLLOWS);
      }
    } else {
      if (!history.isAncestor(after, before)) {
        notes.add(name + ": stays; the project and the repository went different ways");
      }
      result(name, Outcome.KEPT, Optional.of(from));
    }
  }

  private void remember(String branch, Hash commit) {
    String name = State.REMOTES + remote + "/" + branch;
    if (!base.resolve(name).equals(Optional.of(commit))) {
      // What is in the way is no more than what was once remembered.
      for (Optional<String> clash = clash(name); clash.isPresent(); clash = clash(name)) {
        transaction.ref(clash.get(), null);
        names.remove(clash.get());
      }
      set(name, commit);
    }
  }

  private void set(String name, Hash to) {
    transaction.ref(name, Ref.to(to));
    names.add(name);
  }

  private void result(String name, Outcome outcome, Optional<Hash> object) {
    results.put(name, new RefResult(name, outcome, object.map(it -> history.commit(it).id())));
  }

  /** A name that Git would keep as a folder where this one is a file, or the other way round. */
  private Optional<String> clash(String name) {
    return names.stream()
        .filter(other -> other.startsWith(name + "/") || name.startsWith(other + "/"))
        .findFirst();
  }

  /** The branch that is checked out. */
  private Optional<String> head() {
    return base.ref(State.HEAD)
        .filter(Ref.Symbolic.class::isInstance)
        .map(ref -> ((Ref.Symbolic) ref).target());
  }

  /** Checks something out where nothing was. */
  private void begin(Ref to) {
    transaction.ref(State.HEAD, to);
    if (to instanceof Ref.Symbolic branch) {
      turn(branch.target(), true);
    } else if (to instanceof Ref.Direct direct) {
      turn(direct.hash());
    }
  }

  private void turn(String branch, boolean isNew) {
    if (isNew && wanted.containsKey(branch)) {
      turn(wanted.get(branch));
    }
  }

  private void turn(Hash commit) {
    try {
      checkouts.turn(transaction, history.commit(commit), Work.FOLLOWS);
    } catch (ConflictException e) {
      throw new ConflictException(
          "The project has files that are in no commit, and they contradict what would be checked"
              + " out. "
              + e.getMessage(),
          "Commit them first (fxd:commit -m MESSAGE), or import into a new project.",
          e);
    }
  }
}
