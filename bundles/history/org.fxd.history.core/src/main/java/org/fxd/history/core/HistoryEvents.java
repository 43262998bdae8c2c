package org.fxd.history.core;

import java.util.HashMap;
import java.util.List;
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
import org.fxd.history.core.MadeCommits.Made;

/**
 * Tells what became of the references of one project, and of commits that were made. It looks at
 * states, not at who changed them, so that undo and what other bundles do is told like everything
 * else.
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
    List<Made> made = MadeCommits.of(workspace, change);
    for (RefUpdate move : RefUpdates.between(change.before(), change.after())) {
      Map<String, String> properties = common(workspace, change.operation());
      properties.put(HistoryTopics.REF, move.name());
      commit(move.before(), move.name()).ifPresent(put(properties, HistoryTopics.FROM));
      commit(move.after(), move.name()).ifPresent(put(properties, HistoryTopics.TO));
      tell(change, move, made, properties);
    }
    for (Made one : made) {
      Commit commit = commits.get(one.commit()).commit();
      Map<String, String> properties = common(workspace, change.operation());
      properties.put(HistoryTopics.COMMIT, commit.id().toString());
      properties.put(HistoryTopics.SUMMARY, commit.summary());
      properties.put(HistoryTopics.AUTHOR, commit.author().toString());
      CheckedOut.branch(change.after()).ifPresent(put(properties, HistoryTopics.BRANCH));
      one.replaced().map(Hash::toString).ifPresent(put(properties, HistoryTopics.REPLACED));
      post.accept(HistoryTopics.COMMITTED, properties);
    }
  }

  private void tell(
      Change change, RefUpdate move, List<Made> made, Map<String, String> properties) {
    String name = move.name();
    if (name.startsWith(State.BRANCHES)) {
      properties.put(HistoryTopics.BRANCH, name.substring(State.BRANCHES.length()));
      post.accept(HistoryTopics.BRANCH_MOVED, properties);
    } else if (name.startsWith(State.TAGS)) {
      properties.put(HistoryTopics.TAG, name.substring(State.TAGS.length()));
      post.accept(HistoryTopics.TAG_MOVED, properties);
    } else if (name.startsWith(StashRefs.PREFIX)) {
      post.accept(HistoryTopics.STASH_CHANGED, properties);
    } else if (name.equals(State.HEAD) && !wentOn(change, move, made)) {
      CheckedOut.branch(change.after()).ifPresent(put(properties, HistoryTopics.BRANCH));
      post.accept(HistoryTopics.CHECKED_OUT, properties);
    }
  }

  /** Whether a head by itself moved since commits were made upon it. */
  private static boolean wentOn(Change change, RefUpdate move, List<Made> made) {
    Optional<Hash> to = move.after().resolve(move.name());
    return CheckedOut.branch(change.before()).isEmpty()
        && CheckedOut.branch(change.after()).isEmpty()
        && made.stream().map(Made::commit).anyMatch(id -> to.equals(Optional.of(id)));
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
