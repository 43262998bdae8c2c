package org.fxd.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.watch.Watchers;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.memory.MemoryStores;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** An open project of some size, in memory or in a file. */
final class Project implements AutoCloseable {
  static final Origin ORIGIN = new Origin("benchmark", "benchmark");

  private final OpenProjects projects;
  private final ProjectWorkspace workspace;
  private final ProjectServices services;
  private final Path folder;
  private final int files;
  private int edits;

  Project(String store, int size) throws IOException {
    folder = Files.createTempDirectory("fxd-benchmark");
    StoreProvider provider =
        store.equals("memory") ? new MemoryStores() : new SqliteStoreProvider(null);
    projects = OpenProjects.over(provider);
    projects.projectors().add(new AllScanned());
    workspace = (ProjectWorkspace) projects.create(folder.resolve("project.fxd"));
    services = new ProjectServices(projects, workspace);
    Shape shape = new Shape(size);
    files = shape.files();
    Node root = shape.root();
    workspace.change(ORIGIN, "fill", transaction -> transaction.root(root));
  }

  Projectors projectors() {
    return projects.projectors();
  }

  Finder finder() {
    return workspace.finder();
  }

  Watchers watchers() {
    return services.watchers();
  }

  Workspace workspace() {
    return workspace;
  }

  int files() {
    return files;
  }

  /** Gives one snippet in the middle another text, durably. */
  Change edit() {
    int file = files / 2;
    String text = "  int method4(int a) {\n    return " + edits++ + ";\n  }\n";
    return workspace.change(
        ORIGIN,
        "edit",
        transaction -> {
          NodeBuilder code = transaction.root().child(Name.of(Workspace.CODE));
          NodeBuilder node = code.child(Name.of(Shape.folder(file / 50)));
          node.child(Name.of(Shape.name(file))).child(Shape.snippet(file, 4)).value(Value.of(text));
        });
  }

  @Override
  public void close() throws IOException {
    services.close();
    projects.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
