package org.fxd.history.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.HistoryTopics;
import org.fxd.history.api.RefUpdate;

/**
 * Tells what became of the references of one project. It looks at states, not at who changed them,
 * so that undo and what other bundles do is told like everything else.
 */
final class HistoryEvents implements Observer {
  private final Commits commits;
  private final BiConsumer<String, Map<String, String>> post;

  /**
   * Events of one project.
   *
   * @param post takes a topic and its properties
   */
  HistoryEvents(Commits commits, BiConsumer<String, Map<String, String>> post) {
    this.commits = commits;
    this.post = post;
  }

  @Override
  public void changed(Workspace workspace, Change change) {
    for (RefUpdate move : RefUpdates.between(change.before(), change.after())) {
      Map<String, String> properties = common(workspace, change.operation());
      properties.put(HistoryTopics.REF, move.name());
      commit(move.before(), move.name()).ifPresent(put(properties, HistoryTopics.FROM));
      commit(move.after(), move.name()).ifPresent(put(properties, HistoryTopics.TO));
      tell(workspace, change, move, properties);
    }
  }

  private void tell(
      Workspace workspace, Change change, RefUpdate move, Map<String, String> properties) {
    String name = move.name();
    if (name.startsWith(State.BRANCHES)) {
      properties.put(HistoryTopics.BRANCH, name.substring(State.BRANCHES.length()));
      post.accept(HistoryTopics.BRANCH_MOVED, properties);
      boolean stays = CheckedOut.ref(change.before()).equals(name);
      if (stays && CheckedOut.ref(change.after()).equals(name)) {
        tellCommits(workspace, change, move);
      }
    } else if (name.startsWith(State.TAGS)) {
      properties.put(HistoryTopics.TAG, name.substring(State.TAGS.length()));
      post.accept(HistoryTopics.TAG_MOVED, properties);
    } else if (name.startsWith(StashRefs.PREFIX)) {
      post.accept(HistoryTopics.STASH_CHANGED, properties);
    } else if (name.equals(State.HEAD)) {
      tellHead(workspace, change, move, properties);
    }
  }

  /** A head by itself moves by commits, which leave the root as it is, and by checkouts. */
  private void tellHead(
      Workspace workspace, Change change, RefUpdate move, Map<String, String> properties) {
    Optional<String> branch = CheckedOut.branch(change.after());
    boolean alone = branch.isEmpty() && CheckedOut.branch(change.before()).isEmpty();
    if (alone && change.before().root().equals(change.after().root())) {
      if (tellCommits(workspace, change, move)) {
        return;
      }
    }
    branch.ifPresent(put(properties, HistoryTopics.BRANCH));
    post.accept(HistoryTopics.CHECKED_OUT, properties);
  }

  /**
   * Tells of the commits by which a reference went on, if that is how it moved.
   *
   * @return whether it was
   */
  private boolean tellCommits(Workspace workspace, Change change, RefUpdate move) {
    Optional<Hash> from = move.before().resolve(move.name());
    Optional<Hash> to = move.after().resolve(move.name());
    if (to.isEmpty()) {
      return false;
    }
    Deque<Commit> made = new ArrayDeque<>();
    Commit at = commits.get(to.get()).commit();
    made.push(at);
    while (made.size() < change.count() && !follows(at, from) && !at.parents().isEmpty()) {
      at = commits.get(at.parents().get(0)).commit();
      made.push(at);
    }
    Optional<Hash> replaced = follows(at, from) ? Optional.empty() : from;
    if (replaced.isPresent()
        && !commits.get(replaced.get()).commit().parents().equals(at.parents())) {
      return false;
    }
    for (Commit commit : made) {
      Map<String, String> properties = common(workspace, change.operation());
      properties.put(HistoryTopics.COMMIT, commit.id().toString());
      properties.put(HistoryTopics.SUMMARY, commit.summary());
      properties.put(HistoryTopics.AUTHOR, commit.author().toString());
      RefUpdates.branch(move).ifPresent(put(properties, HistoryTopics.BRANCH));
      if (commit.equals(at)) {
        replaced.map(Hash::toString).ifPresent(put(properties, HistoryTopics.REPLACED));
      }
      post.accept(HistoryTopics.COMMITTED, properties);
    }
    return true;
  }

  private static boolean follows(Commit commit, Optional<Hash> earlier) {
    return earlier.map(commit.parents()::contains).orElse(commit.parents().isEmpty());
  }

  private static Optional<String> commit(State state, String ref) {
    return state.resolve(ref).map(Hash::toString);
  }

  private static Consumer<String> put(Map<String, String> properties, String key) {
    return value -> properties.put(key, value);
  }

  private static Map<String, String> common(Workspace workspace, Operation operation) {
    Map<String, String> properties = new HashMap<>();
    properties.put(HistoryTopics.PROJECT, workspace.project());
    properties.put(HistoryTopics.OPERATION, operation.id().toString());
    properties.put(HistoryTopics.PRINCIPAL, operation.origin().principal());
    properties.put(HistoryTopics.SOURCE, operation.origin().source());
    return properties;
  }
}
