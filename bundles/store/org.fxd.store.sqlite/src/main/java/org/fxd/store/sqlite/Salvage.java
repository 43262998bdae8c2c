package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Inspector;
import org.fxd.store.sqlite.Connector.Access;

/**
 * Makes a sound file of all that is whole in a damaged one: a new one beside it, which takes its
 * place when it is whole and on the disk. The damaged one, with its log, keeps its bytes and gets
 * another name.
 */
final class Salvage {
  private static final String ENDING = ".fxd";

  private final Runnable libraryLoader;
  private final Creator creator;
  private final Tap tap;

  /**
   * Salvages for one provider.
   *
   * @param libraryLoader makes SQLite usable
   * @param creator makes the new file
   * @param tap given each connection that writes
   */
  Salvage(Runnable libraryLoader, Creator creator, Tap tap) {
    this.libraryLoader = libraryLoader;
    this.creator = creator;
    this.tap = tap;
  }

  /**
   * Salvages a file.
   *
   * @return where the damaged one is kept
   */
  Path run(Path file, Inspector inspector, Progress progress, Cancellation cancellation) {
    Path real = Opener.realPath(file);
    try (Guard guard = Guard.take(real)) {
      Header header = Opener.header(file, real);
      libraryLoader.run();
      Opener.refuseForeign(file, real, header);
      if (!guard.isExclusive() || !Files.isWritable(real)) {
        throw new StoreException(
            "Cannot salvage " + file + ": you may not write to it or its folder",
            "Copy it to a folder that you may write to, and salvage the copy.");
      }
      return salvage(file, real, header, new SalvageTask(inspector, progress, cancellation));
    }
  }

  private Path salvage(Path file, Path real, Header header, SalvageTask task) {
    Path draft = Creator.draft(real);
    boolean done = false;
    try {
      if (Neighbours.hasForeignLog(real, header)) {
        Neighbours.putForeignLogAside(real);
      }
      Creator.deleteDraft(draft);
      creator.writeDatabase(draft);
      fill(file, real, header, draft, task);
      task.cancellation().check();
      Path aside = setAside(real);
      // From here on a log beside the file is that of another one, and is taken for that.
      Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Neighbours.deleteLogs(real);
      Creator.syncFolder(real.getParent());
      done = true;
      task.tell();
      return aside;
    } catch (SQLException e) {
      throw new Faults(file).of("salvage", e);
    } catch (IOException e) {
      throw new Faults(file).of("salvage", e);
    } catch (DamagedException e) {
      throw new Faults(file).damaged(e.getMessage());
    } finally {
      if (!done) {
        Creator.giveDraftUp(draft);
      }
    }
  }

  private void fill(Path file, Path real, Header header, Path draft, SalvageTask task)
      throws SQLException, DamagedException {
    boolean settled = header.isWal() && Neighbours.log(real).isEmpty();
    Connector source = new Connector(real, settled ? Access.FROZEN : Access.READ);
    Connector target = new Connector(draft, Access.WRITE, tap);
    try (Reader from = new Reader(source.reader());
        Writer to = new Writer(target.writer(Durability.FULL))) {
      Opener.requirePresent(file, from);
      from.pin();
      to.begin();
      new SalvagedRows(from, to, task).copy();
      to.commit();
    }
  }

  /** Gives the damaged file and its log another name; they keep this one, too. */
  private static Path setAside(Path real) throws IOException {
    String name = String.valueOf(real.getFileName());
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - 4) : name;
    for (int number = 1; ; number++) {
      Path aside =
          real.resolveSibling(stem + ".damaged" + (number == 1 ? "" : "-" + number) + ENDING);
      if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        for (String log : Neighbours.LOGS) {
          Path beside = Neighbours.beside(real, log);
          if (Files.exists(beside)) {
            link(Neighbours.beside(aside, log), beside);
          }
        }
        link(aside, real);
        return aside;
      }
    }
  }

  /** Another name costs no room; where there is no such thing, a copy does. */
  private static void link(Path to, Path from) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      Copying.sync(to);
    }
  }
}
