package org.fxd.history.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;

/** The branches or the tags of a project, as names of objects. */
final class NamedRefs {
  private final RefFamily family;
  private final Workspace workspace;
  private final Commits commits;
  private final Object turn;

  /**
   * The names of one family.
   *
   * @param turn held while names change, by all families: whether a name is the last one of a
   *     commit depends on all others
   */
  NamedRefs(RefFamily family, Workspace workspace, Commits commits, Object turn) {
    this.family = family;
    this.workspace = workspace;
    this.commits = commits;
    this.turn = turn;
  }

  /** The names that lead somewhere, without their prefix. */
  List<String> names(State state) {
    return state.refs(family.prefix()).keySet().stream()
        .filter(full -> state.resolve(full).isPresent())
        .map(full -> full.substring(family.prefix().length()))
        .toList();
  }

  /** What a name holds. */
  Optional<Hash> find(State state, String name) {
    return RefName.isTooLong(family, name) ? Optional.empty() : state.resolve(family.full(name));
  }

  /** Says that there is no such name. */
  NotFoundException unknown(State state, String name) {
    List<String> near = NearestNames.to(name, names(state));
    return new NotFoundException(
        "There is no " + family.word() + " '" + name + "'.",
        near.isEmpty()
            ? "fxd:" + family.word() + " lists those that there are."
            : "Did you mean " + String.join(" or ", near) + "?");
  }

  /** Checks that a name may be given; returns the full one. */
  String room(Transaction transaction, String name) {
    String full = RefName.check(family, name);
    new RefRoom(family, full).check(transaction.base().refs(family.prefix()).keySet());
    return full;
  }

  /** Gives a name to an object. */
  void create(Transaction transaction, String name, Hash object) {
    transaction.ref(room(transaction, name), Ref.to(object));
  }

  /** Gives a new name to what has one, in place of that. */
  void rename(Transaction transaction, String name, Hash object, String to) {
    checkStands(transaction, name, object);
    String full = RefName.check(family, to);
    List<String> others = new ArrayList<>(transaction.base().refs(family.prefix()).keySet());
    others.remove(family.full(name));
    new RefRoom(family, full).check(Set.copyOf(others));
    transaction.ref(family.full(name), null);
    transaction.ref(full, Ref.to(object));
  }

  /** Makes a name lead elsewhere; nowhere if empty. */
  void set(Transaction transaction, String name, Hash object, Optional<Hash> becomes) {
    checkStands(transaction, name, object);
    transaction.ref(family.full(name), becomes.map(Ref::to).orElse(null));
  }

  /** Checks that no commit is left behind if a name leads elsewhere. */
  void checkKept(
      Transaction transaction, String name, Optional<Hash> becomes, String doing, String anyway) {
    new LastHold(commits, transaction.base())
        .check(
            family.full(name),
            becomes,
            doing + " the " + family.word() + " '" + name + "'",
            anyway);
  }

  /** Runs one change of names; such changes come one after the other. */
  Change change(Origin origin, String what, Consumer<Transaction> edit) {
    synchronized (turn) {
      return workspace.change(origin, what, edit);
    }
  }

  /** Compare-and-set: a name changes only if it holds what was seen. */
  private void checkStands(Transaction transaction, String name, Hash seen) {
    Optional<Hash> now = find(transaction.base(), name);
    if (now.isEmpty()) {
      throw unknown(transaction.base(), name);
    }
    if (!now.get().equals(seen)) {
      throw new ConflictException(
          "The "
              + family.word()
              + " '"
              + name
              + "' was moved meanwhile: it is at "
              + now.get().brief()
              + " and not at "
              + seen.brief()
              + " any more.",
          "Look at it again (fxd:reflog " + name + "), and then decide.");
    }
  }
}
