package org.fxd.store.api;

import java.nio.file.Path;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens stores of one technology. A service with the property {@link #TYPE}; safe for use by any
 * number of threads.
 */
@ProviderType
public interface StoreProvider {
  /** The service property that names the technology, such as {@code file} or {@code memory}. */
  String TYPE = "fxd.store.type";

  /** {@link #TYPE} of the provider of {@code .fxd} files. */
  String FILE = "file";

  /** {@link #TYPE} of the provider of stores in memory; it takes any path and ignores it. */
  String MEMORY = "memory";

  /**
   * Creates an empty store.
   *
   * @throws FxdException if there is something at that path already; it is left as it is
   * @throws StoreException if it cannot be written
   */
  Store create(Path file);

  /**
   * Opens a store that exists. Costs the same whatever its size.
   *
   * @throws HeldException if someone has it open
   * @throws OtherFormatException if it is a project in another format
   * @throws DamagedStoreException if it has to be salvaged first
   * @throws FxdException if there is none or it is not one; in any case the file is left as it is
   */
  Store open(Path file);

  /**
   * Opens a store that exists, and tells how far it is: one that an earlier version has written may
   * have to be brought to the present form first. Before that, a copy of it is put beside it.
   */
  default Store open(Path file, Progress progress) {
    return open(file);
  }

  /**
   * Opens a store only to be read, also while another process writes to it; what that commits is
   * seen soon after. Nothing is written beside the file either. Where what was written last is
   * damaged, it shows the state before that, and a {@linkplain Store#check check} tells of it.
   *
   * @throws HeldException if someone in this very process has it open
   * @throws OtherFormatException as for {@link #open}
   * @throws FxdException as for {@link #open}
   */
  Store openToRead(Path file);

  /**
   * Takes a file without opening it, so that nobody else opens it meanwhile: to replace it by
   * another one, say.
   *
   * @param file exists or not
   * @return gives it back when closed
   * @throws HeldException if someone has it open
   */
  Lease hold(Path file);

  /**
   * Opens a store that is {@linkplain #hold held} by the caller: nobody else can have taken it in
   * between. From then on it is the store's, and given back when that is closed; closing the hold
   * itself does nothing more. If this fails, the hold is still the caller's.
   *
   * @param hold what this provider gave for that file, not closed yet
   * @param progress as for {@link #open(Path, Progress)}
   * @throws IllegalStateException if the hold was closed
   */
  default Store open(Path file, Lease hold, Progress progress) {
    hold.close();
    return open(file, progress);
  }

  /**
   * Makes a sound store of all that is whole in a damaged one, and puts it in that one's place. The
   * damaged one is kept beside it, as it was. References, and all that is derived, are as they were
   * before the first change that is damaged. Objects of later changes that are whole are there too,
   * and what those changes moved is there under references of other names; so nothing that can be
   * read is lost.
   *
   * @param inspector told of problems only: what was damaged, and what was done about it
   * @return where the damaged one is kept
   * @throws HeldException if someone has it open
   * @throws StoreException if there is no room, or nothing can be salvaged; it is left as it is
   * @throws CancelledException if asked to stop; it is left as it is
   */
  default Path salvage(
      Path file, Inspector inspector, Progress progress, Cancellation cancellation) {
    throw new StoreException(
        "Cannot salvage " + file + ": nothing knows how", "Go back to a backup.");
  }
}
