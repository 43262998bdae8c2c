package org.fxd.merge.api;

import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One rung of the ladder by which texts are merged that both sides changed. A whiteboard service;
 * must be safe for use by any number of threads.
 *
 * <p>Rungs that take a text are asked in the order of their ranks until one can merge it without
 * doubt. If none can, the text is merged by lines, and shows the lines that are in conflict.
 *
 * <p>What a rung answers must depend on the three texts alone, and not on which side is which but
 * for the order of what it puts together.
 */
@ConsumerType
public interface TextMerge {
  /** The lesser is asked first. Lines, which need no knowledge of a language, have 1000. */
  int rank();

  /**
   * Whether it knows what to do with such a text.
   *
   * @param kind of the node whose text it is: a file, a snippet, a gap, …
   * @param language of the file, such as {@code java}; {@code text} if not known
   */
  boolean takes(Kind kind, String language);

  /**
   * Merges one text.
   *
   * @return the text that has the changes of both; empty if they contradict each other, or it
   *     cannot tell
   */
  Optional<String> merge(String base, String ours, String theirs);
}
