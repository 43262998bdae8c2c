package org.fxd.store.api;

import java.nio.file.Path;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
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
   * seen soon after. Nothing is written beside the file either.
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
}
