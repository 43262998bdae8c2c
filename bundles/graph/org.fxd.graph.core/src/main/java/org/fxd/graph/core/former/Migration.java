package org.fxd.graph.core.former;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.api.format.ProjectFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a file of our own format in the place of one of another, which stays beside it under another
 * name. At any moment there is, under the file's name, the one or the other, whole.
 */
final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
  private static final String SUFFIX = ".fxd";

  private final Path file;
  private final ProjectFormat format;
  private final Fingerprint fingerprint;
  private final StoreProvider stores;

  /** What came of it. */
  record Outcome(Store store, Path backup) {}

  /**
   * The way from a file that was read.
   *
   * @param format what it was read with
   * @param fingerprint what it held then
   * @param stores makes files of our own format
   */
  Migration(Path file, ProjectFormat format, Fingerprint fingerprint, StoreProvider stores) {
    this.file = file;
    this.format = format;
    this.fingerprint = fingerprint;
    this.stores = stores;
  }

  String formatName() {
    return "format " + format.number();
  }

  /**
   * Does it.
   *
   * @param content writes the project into an empty store
   * @param hold the hold on the file; that of the store that is opened, if all succeeds
   * @param progress told of the opening
   * @throws StoreException if it fails; the file is what it was, unless the message says otherwise
   */
  Outcome run(Consumer<Store> content, Lease hold, Progress progress) {
    Path draft = file.resolveSibling(file.getFileName() + ".migrating");
    Disk.Copy backup;
    try {
      format.requireAtRest(file);
      write(draft, content);
      Disk.permitAs(file, draft);
      backup = Disk.copy(file, this::backup, sibling("migrating.backup"), fingerprint);
      Disk.syncFolder(file.toAbsolutePath().getParent());
      replace(draft, backup);
    } catch (Disk.ChangedException e) {
      throw failed(
          "another program has changed it since it was opened", "Close it and open it again.", e);
    } catch (IOException e) {
      throw failed(
          e.getMessage(), "Look whether there is room, and whether you may write there.", e);
    } catch (FxdException e) {
      throw failed(e.getMessage(), e.hint().orElse(null), e);
    } finally {
      Disk.removeDraft(draft);
    }
    LOG.info("{} is in our format now; as it was, it is in {}", file, backup.path());
    return new Outcome(open(backup.path(), hold, progress), backup.path());
  }

  private Path sibling(String suffix) {
    return file.resolveSibling(file.getFileName() + "." + suffix);
  }

  private void replace(Path draft, Disk.Copy backup) throws IOException {
    boolean done = false;
    try {
      // Whoever opened the file since would lose what stands beside it.
      format.requireAtRest(file);
      Disk.replace(file, draft);
      done = true;
    } finally {
      if (!done && backup.made()) {
        Files.deleteIfExists(backup.path());
      }
    }
  }

  /** Makes a store's file, complete and on the disk. */
  private void write(Path draft, Consumer<Store> content) throws IOException {
    Disk.removeDraft(draft);
    try (Store store = stores.create(draft)) {
      content.accept(store);
    }
    Disk.sync(draft);
  }

  /** {@code old.fxd} as it was is {@code old.v1.fxd}, or {@code old.v1-2.fxd}. */
  private Path backup(int number) {
    String name = file.getFileName().toString();
    boolean usual = name.endsWith(SUFFIX) && name.length() > SUFFIX.length();
    String base = usual ? name.substring(0, name.length() - SUFFIX.length()) : name;
    String which = number == 1 ? "" : "-" + number;
    return file.resolveSibling(base + "." + format.name() + which + SUFFIX);
  }

  /** Nobody else can have taken the file meanwhile: it is held all the time. */
  private Store open(Path backup, Lease hold, Progress progress) {
    try {
      return stores.open(file, hold, progress);
    } catch (RuntimeException e) {
      throw new LostException(
          file + " was brought to the present format, but cannot be opened: " + e.getMessage(),
          "Close it and open it again. As it was, it is in " + backup + ".",
          e);
    }
  }

  private StoreException failed(String why, String hint, Exception cause) {
    return new StoreException(
        "Cannot change " + file + ", which is in " + formatName() + ": " + why,
        "It is as it was." + (hint == null ? "" : " " + hint),
        cause);
  }

  /**
   * Writes the project to another file.
   *
   * @param content writes the project into an empty store
   * @param replace whether to take the place of a file of that name that nobody has open
   */
  void copyTo(Path target, boolean replace, Consumer<Store> content) {
    boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there && !replace) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot write " + target + ": there is something of that name.",
          "Choose another name, or say that it is to be replaced.",
          null);
    }
    Path draft = target.resolveSibling(target.getFileName() + ".migrating");
    try (Lease hold = stores.hold(target)) {
      write(draft, content);
      Disk.replace(target, draft);
    } catch (IOException e) {
      throw new StoreException(
          "Cannot write " + target + ": " + e.getMessage(),
          "Look whether there is room, and whether you may write there.",
          e);
    } finally {
      Disk.removeDraft(draft);
    }
  }
}
