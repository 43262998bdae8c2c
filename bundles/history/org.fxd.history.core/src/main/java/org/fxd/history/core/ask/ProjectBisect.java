package org.fxd.history.core.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ask.Bisect;
import org.fxd.history.core.Commits;

/** Searches in one open project; all that it knows is in references. */
public final class ProjectBisect implements Bisect {
  private static final String BEGUN = REFS + "begun";
  private static final String BAD = REFS + "bad";
  private static final String GOOD = REFS + "good/";
  private static final String SKIPPED = REFS + "skipped/";

  private final Workspace workspace;
  private final Commits commits;

  /** Searches a project. */
  public ProjectBisect(Workspace workspace, Commits commits) {
    this.workspace = workspace;
    this.commits = commits;
  }

  @Override
  public Optional<Standing> standing() {
    return standing(workspace.state());
  }

  private Optional<Standing> standing(State state) {
    Optional<Hash> bad = state.resolve(BAD);
    List<Hash> good = named(state, GOOD);
    if (bad.isEmpty() || good.isEmpty()) {
      return Optional.empty();
    }
    Suspects suspects = new Suspects(commits, bad.get(), good);
    return Optional.of(suspects.standing(named(state, SKIPPED)));
  }

  private static List<Hash> named(State state, String prefix) {
    List<Hash> found = new ArrayList<>();
    for (String name : state.refs(prefix).keySet()) {
      state.resolve(name).ifPresent(found::add);
    }
    return found;
  }

  @Override
  public Optional<String> begunAt() {
    State state = workspace.state();
    return state
        .ref(BEGUN)
        .map(
            ref ->
                ref instanceof Ref.Symbolic symbolic
                    ? symbolic.target().substring(State.BRANCHES.length())
                    : ((Ref.Direct) ref).hash().toString());
  }

  @Override
  public void start(Origin origin) {
    workspace.change(
        origin,
        "bisect: start",
        transaction -> {
          State state = transaction.base();
          if (state.ref(BEGUN).isPresent()) {
            throw new FxdException(
                FxdException.Category.FAILED,
                "A search has begun already.",
                "Go on with it (fxd:bisect good, bad or skip), or end it: fxd:bisect reset",
                null);
          }
          Ref head =
              state
                  .ref(State.HEAD)
                  .filter(ref -> state.resolve(State.HEAD).isPresent())
                  .orElseThrow(
                      () ->
                          new FxdException(
                              FxdException.Category.FAILED,
                              "There is no commit yet that could have broken something.",
                              "Make one: fxd:commit -m MESSAGE",
                              null));
          transaction.ref(BEGUN, head);
        });
  }

  @Override
  public Standing answer(Commit commit, Answer answer, Origin origin) {
    try (Transaction transaction = workspace.begin(origin)) {
      State state = transaction.base();
      if (state.ref(BEGUN).isEmpty()) {
        throw new FxdException(
            FxdException.Category.FAILED,
            "No search has begun.",
            "Begin one: fxd:bisect start",
            null);
      }
      check(state, commit, answer);
      Ref known = Ref.to(commits.get(commit.id()).commit().id());
      switch (answer) {
        case BAD -> transaction.ref(BAD, known);
        case GOOD -> transaction.ref(GOOD + commit.id(), known);
        case SKIPPED -> transaction.ref(SKIPPED + commit.id(), known);
      }
      String word = answer.name().toLowerCase(Locale.ROOT);
      State after = transaction.commit("bisect: " + commit.id().brief() + " is " + word).after();
      return standing(after).orElseGet(() -> unknown(after));
    }
  }

  /**
   * A commit cannot be good if it has the bad one among its ancestors, nor bad before a good one.
   */
  private void check(State state, Commit commit, Answer answer) {
    Optional<Hash> bad = answer == Answer.BAD ? Optional.of(commit.id()) : state.resolve(BAD);
    List<Hash> good = new ArrayList<>(named(state, GOOD));
    if (answer == Answer.GOOD) {
      good.add(commit.id());
    }
    if (bad.isPresent() && !good.isEmpty() && Suspects.isGood(commits, bad.get(), good)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The bad commit "
              + bad.get().brief()
              + " is among the ancestors of a good one, or is one itself: nothing between them can"
              + " have broken it.",
          "If it was the other way round, begin again: fxd:bisect reset, then fxd:bisect start",
          null);
    }
  }

  private Standing unknown(State state) {
    return new Standing(
        state.resolve(BAD).map(bad -> commits.get(bad).commit()), Optional.empty(), 0, 0);
  }

  @Override
  public void reset(Origin origin) {
    workspace.change(
        origin,
        "bisect: reset",
        transaction -> {
          for (String name : transaction.base().refs(REFS).keySet()) {
            transaction.ref(name, null);
          }
        });
  }
}
