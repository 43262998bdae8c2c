package org.fxd.source.api;

import java.nio.file.Path;
import java.util.List;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes files out of the graph. Every file has a view of its own: itself. A service; safe for use
 * by any number of threads.
 */
@ProviderType
public interface Views {
  /** What {@link #writeAll} does with what stands in the folder already. */
  enum Existing {
    /** Refuses unless the folder is empty or not there. */
    REFUSE,
    /** Replaces files of the same path and leaves all else. */
    REPLACE
  }

  /**
   * What was written.
   *
   * @param files how many files and symbolic links
   * @param folders how many folders, empty ones included
   * @param bytes how many bytes of content
   * @param skipped what could not be written here, each with its path and why
   */
  record Written(long files, long folders, long bytes, List<String> skipped) {
    public Written {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Writes every file, folder and symbolic link below a root's {@code code} into a folder, with
   * executable bits. Nothing is ever written outside that folder: names that would lead out, and
   * existing symbolic links on the way, are refused. Each file is written beside its place and then
   * renamed into it, so that none is ever seen half.
   *
   * @throws FxdException if the folder is in the way or cannot be written
   * @throws CancelledException if asked to stop; what was written so far stays
   */
  Written writeAll(
      Node root, Path folder, Existing existing, Progress progress, Cancellation cancellation);
}
