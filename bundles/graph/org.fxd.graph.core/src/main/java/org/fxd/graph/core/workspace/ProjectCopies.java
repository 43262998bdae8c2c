package org.fxd.graph.core.workspace;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.OtherFormatException;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;

/** Writes copies of projects to other files. */
final class ProjectCopies {
  private final Function<String, StoreProvider> stores;

  /** Copies into files of the provider of files. */
  ProjectCopies(Function<String, StoreProvider> stores) {
    this.stores = stores;
  }

  /**
   * Writes a copy as of one moment.
   *
   * @param target as {@link ProjectFiles#place} gives it
   * @param replace whether to take the place of a project that nobody has open
   */
  void copy(
      ProjectWorkspace project,
      Path target,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      requireReplaceable(target, replace);
    }
    cancellation.check();
    if (project.file().isPresent()) {
      project.store().copyTo(target, replace, progress, cancellation);
    } else {
      new NewFile(stores.apply(StoreProvider.FILE), target)
          .fill(store -> new ProjectTransfer(project.store(), progress, cancellation).into(store));
    }
    requireWhole(target);
  }

  /**
   * Whoever makes a copy relies on it: so it is opened, as whoever goes back to it will, and its
   * newest state is read.
   */
  private void requireWhole(Path copy) {
    try (Store store = stores.apply(StoreProvider.FILE).open(copy)) {
      ObjectReader objects = new ObjectReader(store);
      Operation newest =
          new LoggedOperations(objects)
              .read(store.ref(ProjectWorkspace.OPERATION).orElse(Hash.ZERO));
      new ProjectState(objects.node(newest.after()), newest.id()).root().hash();
    } catch (DamagedStoreException e) {
      throw new StoreException(
          copy + " was written, and has the damage of the project itself: " + e.getMessage(),
          e.hint().orElse("Go back to an earlier copy."),
          e);
    } catch (FxdException e) {
      throw new StoreException(
          copy + " was written, but cannot be read again: " + e.getMessage(),
          "Do not rely on it; see whether the disk is sound, and write another one.",
          e);
    }
  }

  /** Something else than a project may be dear to someone who mistyped a name. */
  private void requireReplaceable(Path target, boolean replace) {
    if (!replace) {
      throw new FxdException(
          Category.FAILED,
          "Cannot write " + target + ": there is something of that name already",
          "Choose another name, or say that it is to be replaced.",
          null);
    }
    try {
      stores.apply(StoreProvider.FILE).openToRead(target).close();
    } catch (OtherFormatException older) {
      return; // A project too.
    } catch (HeldException held) {
      throw new HeldException(
          "Cannot replace " + target + ": this program has it open", "Close it first.", true);
    } catch (FxdException e) {
      throw new FxdException(
          Category.FAILED,
          "Cannot replace "
              + target
              + ": it is no project that can be opened, and is left as it is",
          "Choose another name, or remove it yourself.",
          e);
    }
  }
}
