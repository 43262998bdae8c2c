package org.fxd.graph.core.former;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Lease;
import org.fxd.store.api.OtherFormatException;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.api.format.ProjectFormat;

/** Opens files of other formats. */
public final class FormerFiles {
  private final Formats formats;

  /** Opens files of the formats that there are. */
  public FormerFiles(Formats formats) {
    this.formats = formats;
  }

  /**
   * A file that was opened.
   *
   * @param store empty; is to be filled with the project of that root
   */
  public record Opened(MigratingStore store, Node root, String description) {}

  /**
   * Opens a file.
   *
   * @param file its real path
   * @param refused why its provider did not
   * @param toRead whether it is only to be read; others may have it open then
   * @param files makes files of our own format
   * @param memory makes stores in memory
   * @param progress told of the reading
   * @throws OtherFormatException if no format is for it
   */
  public Opened open(
      Path file,
      OtherFormatException refused,
      boolean toRead,
      StoreProvider files,
      StoreProvider memory,
      Progress progress) {
    ProjectFormat format = formats.find(refused.format()).orElseThrow(() -> refused);
    Lease hold = toRead ? () -> {} : files.hold(file);
    boolean done = false;
    try {
      Fingerprint fingerprint = Fingerprint.of(file);
      Node root = format.read(file, progress, Cancellation.none());
      Migration migration = new Migration(file, format, fingerprint, files);
      Store store = memory.create(file);
      MigratingStore migrating =
          new MigratingStore(file, store, migration, hold, toRead || !isWritable(file));
      done = true;
      return new Opened(migrating, root, "open version " + format.number() + " file");
    } catch (IOException e) {
      throw new StoreException("Cannot open " + file + ": " + e.getMessage(), e);
    } finally {
      if (!done) {
        hold.close();
      }
    }
  }

  private static boolean isWritable(Path file) {
    return Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
  }
}
