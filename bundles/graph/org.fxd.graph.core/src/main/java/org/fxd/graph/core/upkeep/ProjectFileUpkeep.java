package org.fxd.graph.core.upkeep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.FileUpkeep;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.upkeep.SalvageReport;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.workspace.Aside;
import org.fxd.graph.core.workspace.NewestOperation;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Checks and salvages projects' files. */
public final class ProjectFileUpkeep implements FileUpkeep {
  private static final Origin ME =
      new Origin(System.getProperty("user.name", "unknown"), "projects:salvage");

  private final OpenProjects projects;

  /** Opens files as some projects are opened. */
  public ProjectFileUpkeep(OpenProjects projects) {
    this.projects = projects;
  }

  @Override
  public CheckReport check(
      Path file, CheckOptions options, Progress progress, Cancellation cancellation) {
    return projects.aside(
        file,
        !options.repair(),
        aside ->
            Checking.check(
                aside.store(),
                aside.workspace(),
                projects.links(),
                options.repair(),
                progress,
                cancellation));
  }

  @Override
  public SalvageReport salvage(Path file, Progress progress, Cancellation cancellation) {
    requireDamaged(file, progress, cancellation);
    Problems problems = new Problems();
    Path damaged = projects.files().salvage(file, new Listening(problems), progress, cancellation);
    List<Finding> findings = new ArrayList<>(problems.findings());
    List<String> notes = new ArrayList<>();
    try {
      Optional<LostHead> head =
          projects.<Optional<LostHead>>aside(
              file,
              false,
              aside ->
                  aside.workspace().isPresent()
                      ? Optional.empty()
                      : goOn(aside.store(), progress, findings));
      head.ifPresent(found -> notes.addAll(found.notes()));
      if (head.flatMap(LostHead::root).isPresent()) {
        projects.aside(file, false, aside -> bringBack(aside, head.get().root().get()));
      }
    } catch (StoreException e) {
      throw new StoreException(
          file + " was salvaged, but not in a way that it can be opened: " + e.getMessage(),
          "As it was, it is in " + damaged + ". Go back to a backup.",
          e);
    }
    return new SalvageReport(damaged, findings, notes);
  }

  private void requireDamaged(Path file, Progress progress, Cancellation cancellation) {
    boolean sound;
    try {
      sound = check(file, CheckOptions.LOOK, progress, cancellation).found() == 0;
    } catch (DamagedStoreException e) {
      return;
    }
    if (sound) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Nothing is wrong with " + file + ", so there is nothing to be salvaged.",
          "It can be opened: fxd:open " + Quoting.quote(file),
          null);
    }
  }

  /** Lets the newest operation that can be read be the newest one, or makes one. */
  private Optional<LostHead> goOn(Store store, Progress progress, List<Finding> findings) {
    Graph graph = new Graph();
    Census census = new Census(projects.links(), graph);
    store.check(false, census, progress, Cancellation.none());
    LostHead head =
        new HeadSearch(store, graph, census)
            .search()
            .orElseThrow(() -> new StoreException("no state of it can be read"));
    Hash lost = store.ref(ProjectWorkspace.OPERATION).orElse(Hash.ZERO);
    NewestOperation.goOn(store, head.last(), head.state(), ME, "salvage", projects.clock());
    String from =
        head.last().map(operation -> " from " + operation.id().brief()).orElse("")
            + (head.state().isPresent() || head.root().isPresent()
                ? ", with an operation that brings back what was there."
                : ".");
    findings.add(
        new Finding(
            Finding.Sort.OPERATIONS,
            "The newest operation " + lost.brief() + " is lost.",
            Optional.of(lost),
            Optional.of(head.uses()),
            Optional.of("The project goes on" + from)));
    return Optional.of(head);
  }

  /** An operation that leads to what the lost one left. */
  private static boolean bringBack(Aside aside, Hash root) {
    ProjectWorkspace workspace =
        aside.workspace().orElseThrow(() -> new StoreException("it has no newest operation"));
    try (Transaction transaction = workspace.begin(ME)) {
      transaction.root(new ObjectReader(aside.store()).node(root));
      transaction.commit("salvage");
    }
    return true;
  }

  /** Hears what was damaged. */
  private record Listening(Problems problems) implements Inspector {
    @Override
    public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {}

    @Override
    public void ref(String name, Hash hash) {}

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }
  }
}
