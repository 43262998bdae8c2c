package org.fxd.example.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.runtime.Host;

/** Notes by title. Each one that is written is a commit. */
public final class Notebook implements AutoCloseable {
  private static final Kind NOTE = new Kind("note");
  private static final Person AUTHOR = new Person("The notebook", "notebook@example.org");
  private static final Origin ORIGIN = new Origin(AUTHOR.toString(), "notebook");

  private final Host host;
  private Workspace workspace;

  /**
   * A closed notebook.
   *
   * @param data the folder that FXD may use
   * @param distribution where FXD's bundles are: an unpacked distribution, or its runnable jar
   */
  public Notebook(Path data, Path distribution) {
    host =
        Host.builder(data)
            .distribution(distribution)
            .share(Workspace.class)
            .share(History.class)
            .build();
  }

  /** Opens it, with no notes. */
  public void open() {
    host.start();
    workspace = projects().createInMemory();
  }

  /** Writes a note, or writes it anew. */
  public void write(String title, String text) {
    workspace.change(
        ORIGIN,
        "write " + title,
        change ->
            change
                .root()
                .childOrNew(Name.of(Workspace.CODE), Kind.FOLDER)
                .childOrNew(Name.of(title), NOTE)
                .value(Value.of(text)));
    history().commit("Write " + title, AUTHOR, ORIGIN);
  }

  /** All titles. */
  public List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (Entry note : workspace.root().child(Name.of(Workspace.CODE)).entries()) {
      titles.add(note.name().toString());
    }
    return titles;
  }

  /** What was written, newest first. */
  public List<String> log() {
    List<String> log = new ArrayList<>();
    for (Commit commit : history().head().map(history()::log).orElse(List.of())) {
      log.add(commit.message());
    }
    return log;
  }

  /** The host, for whoever wants more of it. */
  public Host host() {
    return host;
  }

  @Override
  public void close() {
    host.close();
  }

  private Projects projects() {
    return host.await(Projects.class, Duration.ofSeconds(5));
  }

  private History history() {
    return host.services(History.class, Map.of(Workspace.PROJECT, workspace.project())).get(0);
  }
}
