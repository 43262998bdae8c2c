package org.fxd.source.api.scan;

import java.util.List;
import java.util.Set;
import org.fxd.graph.api.task.Cancellation;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds the snippets of a text in some languages. A whiteboard service: of several for a language,
 * the one with the highest service ranking is asked. Must be safe for use by any number of threads.
 *
 * <p>The result must be a pure function of the text, the language and {@link #version()}: the
 * identities of imported code depend on it.
 */
@ConsumerType
public interface SnippetScanner {
  /** The languages it knows, as named by {@code Sources.language}, such as {@code java}. */
  Set<String> languages();

  /** Grows whenever the result for some text changes. */
  int version();

  /**
   * Finds the snippets.
   *
   * <p>A region reaches from the start of the line in which the snippet's own leading comments and
   * annotations begin, to the end of the line in which it ends, line break included, as far as
   * neighbours on the same line allow. Regions on one level are in order and do not overlap; inner
   * regions lie within outer ones. If a scanner breaks this or throws, its result is dropped, that
   * is logged, and the text is cut by lines instead.
   *
   * @param text the file's bytes; UTF-8 in most files, but anything may come; not to be changed
   * @param language one of {@link #languages()}
   * @param cancellation to be checked now and then
   * @return the outermost snippets; may be empty
   */
  List<Region> scan(byte[] text, String language, Cancellation cancellation);

  /**
   * Finds the snippets of a text that was another before. Gives exactly what {@link #scan} gives
   * for the text; a scanner that remembers what it found before may be faster.
   *
   * @param text the file's bytes now; not to be changed
   * @param before the bytes before; not to be changed; perhaps never scanned, or nothing like it
   * @param language one of {@link #languages()}
   * @param cancellation to be checked now and then
   * @return the outermost snippets; may be empty
   */
  default List<Region> rescan(
      byte[] text, byte[] before, String language, Cancellation cancellation) {
    return scan(text, language, cancellation);
  }
}
