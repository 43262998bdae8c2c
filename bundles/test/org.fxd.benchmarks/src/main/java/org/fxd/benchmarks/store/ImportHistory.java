package org.fxd.benchmarks.store;

import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.fxd.benchmarks.Arguments;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;

/** Makes a project of a Git repository, with its history, and collects it, for others to open. */
public final class ImportHistory {
  private ImportHistory() {}

  /** Makes it: {@code source=} is a bare repository, {@code work=} the file. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    Path file = arguments.work();
    try (Repository repository = new FileRepository(arguments.source().toFile());
        OpenProjects projects = Workplace.projects()) {
      ProjectWorkspace workspace = (ProjectWorkspace) projects.create(file);
      new GitHistory(repository, workspace, new GitFiles(repository.newObjectReader())).take();
    }
    Workplace.collect(file);
  }
}
