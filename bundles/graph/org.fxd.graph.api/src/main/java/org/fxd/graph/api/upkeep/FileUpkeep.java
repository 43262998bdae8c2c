package org.fxd.graph.api.upkeep;

import java.nio.file.Path;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks at projects' files that need not be open, and makes whole ones of those that cannot be
 * opened any more. A service; safe for use by any number of threads.
 */
@ProviderType
public interface FileUpkeep {
  /**
   * Checks the project in a file as {@link Upkeep#check} does, as far as it can be read: also one
   * that cannot be opened because its newest operation is damaged, and one that another process has
   * open.
   *
   * @throws FxdException if there is no such file or it is no project, or it is to be repaired and
   *     cannot be opened to write
   * @throws StoreException if nothing of it can be read; the hint says what to do
   * @throws CancelledException if asked to stop; what was repaired stays so
   */
  CheckReport check(Path file, CheckOptions options, Progress progress, Cancellation cancellation);

  /**
   * Makes a project that can be opened of all that is whole in a damaged one, and puts it in that
   * one's place. The damaged file is kept beside it, as it was. Where the newest operation is lost,
   * the project goes on from the newest one that is not; if the newest state itself is whole, an
   * operation that says so brings it back.
   *
   * @throws FxdException if nothing is wrong with it, or someone has it open; it is left as it is
   * @throws StoreException if there is no room, or nothing can be salvaged; it is left as it is,
   *     unless the message says otherwise
   * @throws CancelledException if asked to stop; it is left as it is
   */
  SalvageReport salvage(Path file, Progress progress, Cancellation cancellation);
}
