package org.fxd.source.core.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.Views;
import org.osgi.service.component.annotations.Component;

/** Writes files out of the graph to a folder. */
@Component
public final class FolderViews implements Views {
  @Override
  public Written writeAll(
      Node root, Path folder, Existing existing, Progress progress, Cancellation cancellation) {
    try {
      Path top = prepare(folder, existing);
      boolean folds = NameClash.folds(top);
      int threads = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
      try (Workers workers = new Workers(threads)) {
        Export export = new Export(NameRule.ofSystem(), folds, progress, cancellation, workers);
        return export.run(root.child(Workspace.CODE), top);
      }
    } catch (IOException e) {
      throw WriteFailure.of(folder, e);
    }
  }

  /** The folder itself may be a link: the caller named it. Nothing below it may. */
  private static Path prepare(Path folder, Existing existing) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot write files to " + folder + ": it is not a folder.",
          "Choose a folder, or a path where nothing is.",
          null);
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    if (existing == Existing.REFUSE) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new FxdException(
              FxdException.Category.FAILED,
              "Cannot write files to " + folder + ": it is not empty.",
              "Choose an empty folder, or replace the files in it with --force.",
              null);
        }
      }
    }
    return folder.toRealPath();
  }
}
