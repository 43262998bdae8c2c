package org.fxd.sample.todo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts the to-dos that came and went since it was started, in each project.
 *
 * <p>An observer is told of every change after it is durable, on a thread of its own: it may take
 * its time. It is immediate, because its counts would be lost if it were made anew each time that
 * someone asks.
 */
@Component(
    service = {Observer.class, Counter.class},
    immediate = true)
public final class Counter implements Observer {
  /** How many came and went. */
  record Counts(int added, int removed) {
    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts other) {
      return new Counts(added + other.added, removed + other.removed);
    }
  }

  private final Sources sources;
  private final TodoScan scan;
  private final Map<String, Counts> counts = new ConcurrentHashMap<>();

  /** Reads files with the given service. */
  @Activate
  public Counter(@Reference Sources sources) {
    this.sources = sources;
    scan = new TodoScan(sources);
  }

  @Override
  public void changed(Workspace workspace, Change change) {
    // One that only moved, within a file or to another, is taken away once and added once.
    Map<String, Integer> more = new HashMap<>();
    sources.diff(
        change.before().root(),
        change.after().root(),
        file -> {
          count(file.before(), -1, more);
          count(file.after(), 1, more);
          return true;
        });
    int added = more.values().stream().filter(n -> n > 0).mapToInt(n -> n).sum();
    int removed = -more.values().stream().filter(n -> n < 0).mapToInt(n -> n).sum();
    counts.merge(workspace.project(), new Counts(added, removed), Counts::plus);
  }

  private void count(Optional<SourceFile> file, int sign, Map<String, Integer> more) {
    file.map(scan::todos)
        .ifPresent(
            todos -> todos.forEach(t -> more.merge(t.word() + " " + t.text(), sign, Integer::sum)));
  }

  /** What came and went in a project. */
  Counts of(Workspace workspace) {
    return counts.getOrDefault(workspace.project(), Counts.NONE);
  }
}
