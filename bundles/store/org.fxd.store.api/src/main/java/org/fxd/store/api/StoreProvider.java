package org.fxd.store.api;

import java.nio.file.Path;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
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
   * @throws FxdException if there is none, it is not one, it is from a newer version, or another
   *     process holds it; the file is left as it is
   */
  Store open(Path file);
}
