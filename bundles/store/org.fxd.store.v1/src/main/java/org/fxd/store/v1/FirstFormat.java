package org.fxd.store.v1;

import java.nio.file.Path;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.format.ProjectFormat;
import org.fxd.store.v1.file.Driver;
import org.fxd.store.v1.file.FileReader;
import org.fxd.store.v1.file.FileWriter;
import org.fxd.store.v1.tree.TreeWriter;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads and writes files of version 1. SQLite itself is loaded with the first one. */
@Component
public final class FirstFormat implements ProjectFormat {
  private final Nodes nodes;
  private final Runnable libraryLoader;

  /**
   * The format.
   *
   * @param nodes makes nodes
   * @param context asked for {@code org.sqlite.tmpdir}, the folder for SQLite's native library; may
   *     be null outside a framework
   */
  @Activate
  public FirstFormat(@Reference Nodes nodes, BundleContext context) {
    this.nodes = nodes;
    this.libraryLoader = () -> load(context);
  }

  private static void load(BundleContext context) {
    try {
      Driver.load(context == null ? null : context.getProperty(Driver.FOLDER));
    } catch (IllegalStateException e) {
      throw new StoreException(
          e.getMessage(), "Look whether this machine is one that FXD runs on.", e);
    }
  }

  @Override
  public String name() {
    return "v1";
  }

  @Override
  public int number() {
    return 1;
  }

  @Override
  public void requireAtRest(Path file) {
    FileReader.requireAtRest(file);
  }

  @Override
  public Node read(Path file, Progress progress, Cancellation cancellation) {
    libraryLoader.run();
    return FileReader.read(file, nodes, progress, cancellation);
  }

  @Override
  public void write(
      Node root,
      Function<Entry, Node> whole,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    libraryLoader.run();
    FileWriter.write(
        file, replace, rows -> TreeWriter.write(nodes, root, whole, rows, progress, cancellation));
  }
}
