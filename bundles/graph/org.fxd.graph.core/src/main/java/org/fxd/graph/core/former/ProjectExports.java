package org.fxd.graph.core.former;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Exports;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.store.api.Lease;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.api.format.ProjectFormat;

/** Has formats write projects, with the inner nodes of what is stored raw. */
public final class ProjectExports implements Exports {
  private final Formats formats;
  private final Projectors projectors;
  private final Supplier<StoreProvider> files;

  /**
   * Exports in the formats that there are.
   *
   * @param files says who has a file, and keeps others off it
   */
  public ProjectExports(Formats formats, Projectors projectors, Supplier<StoreProvider> files) {
    this.formats = formats;
    this.projectors = projectors;
    this.files = files;
  }

  @Override
  public SortedSet<String> formats() {
    return formats.names();
  }

  @Override
  public void export(
      Workspace workspace,
      String format,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    ProjectFormat known = formats.get(format);
    if (workspace.file().filter(its -> isSame(its, file)).isPresent()) {
      throw new UsageException(
          "Cannot write " + file + ": it is the project itself", "Choose another name.");
    }
    requireFolder(file);
    // What is there and stays is left to the format to refuse, whoever has it open.
    boolean stays = !replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    try (Lease hold = stays ? () -> {} : files.get().hold(file)) {
      known.write(
          workspace.root(),
          entry -> projectors.expand(entry, cancellation),
          file,
          replace,
          progress,
          cancellation);
    }
  }

  private static void requireFolder(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NotFoundException(
          "Cannot write " + file + ": there is no folder " + folder, "Create the folder first.");
    }
  }

  private static boolean isSame(Path project, Path file) {
    try {
      return Files.isSameFile(project, file);
    } catch (IOException e) {
      return false; // One of them is not there.
    }
  }
}
