package org.fxd.store.api.format;

import java.nio.file.Path;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.OtherFormatException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads and writes projects as files of one other format. A whiteboard service; safe for use by any
 * number of threads.
 */
@ConsumerType
public interface ProjectFormat {
  /** What people call it when they export, such as {@code v1}: a lower-case word. */
  String name();

  /**
   * Its number among the formats of {@code .fxd} files, as {@link OtherFormatException#format}
   * tells it: a file of that format is opened with this.
   */
  int number();

  /**
   * Makes sure that a file is whole and that no other program is at it, as far as one can see.
   * Called before the file is read, and again before it is replaced.
   *
   * @throws StoreException if it is not; says why, and what to do
   */
  void requireAtRest(Path file);

  /**
   * Reads a whole file as it is. Nothing is written, neither to it nor beside it, and nothing that
   * stands in it runs. Whoever calls keeps others of this program off the file meanwhile.
   *
   * @return the root of a project, of kind {@code root}, in memory
   * @throws StoreException if it cannot be read, or is not of this format; the message names the
   *     file
   * @throws CancelledException if asked to stop
   */
  Node read(Path file, Progress progress, Cancellation cancellation);

  /**
   * Writes a file: all of it is there under that name when this returns, or nothing is. What a
   * process that was killed left beside it is removed. Whoever calls keeps others off the file
   * meanwhile.
   *
   * @param root the root of a project
   * @param whole gives the node of an entry with its inner nodes, where those are not stored
   * @param file where
   * @param replace whether to take the place of a file of that name that nobody has open
   * @throws FxdException if there is something of that name and it is not to be replaced, or the
   *     format has no room for what is in the project; what is there is left as it is
   * @throws StoreException if the medium fails
   * @throws CancelledException if asked to stop; nothing is left behind
   */
  void write(
      Node root,
      Function<Entry, Node> whole,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation);
}
