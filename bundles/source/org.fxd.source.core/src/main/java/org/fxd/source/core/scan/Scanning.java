package org.fxd.source.core.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.text.Outline;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes to outlines: asks the scanner of the language, checks what it says, and cuts by lines where
 * there is none, it fails, or it lies.
 */
@Component(service = Scanning.class)
public final class Scanning {
  private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);

  /** So many contents that failed are told of, each once; a person reads no more of them. */
  private static final int MAX_LOGGED = 100;

  private final Scanners scanners;
  private final Set<Hash> logged = new HashSet<>();
  private final AtomicReference<Version> version = new AtomicReference<>(new Version(0, ""));

  /** What all scanners together were called, last time somebody asked. */
  private record Version(long generation, String text) {}

  @Activate
  public Scanning(@Reference Scanners scanners) {
    this.scanners = scanners;
  }

  /** Grows whenever the outline of some text may have become another one. */
  public long generation() {
    return scanners.generation();
  }

  /** The outline of a text in a language. */
  public Outline outline(byte[] text, String language) {
    return outline(text, language, Cancellation.none());
  }

  /** The outline of a text in a language, unless asked to stop. */
  public Outline outline(byte[] text, String language, Cancellation cancellation) {
    return Outline.of(text, find(text, language, cancellation).regions());
  }

  /** The outline of a text that was another before, unless asked to stop. */
  public Outline outline(byte[] text, byte[] before, String language, Cancellation cancellation) {
    Found found =
        find(
            text,
            language,
            cancellation,
            scanner -> scanner.rescan(text, before, language, cancellation));
    return Outline.of(text, found.regions());
  }

  /** What {@link #outline} follows from besides the text and its language. */
  String version() {
    Version known = version.get();
    while (known.generation() != scanners.generation() || known.text().isEmpty()) {
      long generation = scanners.generation();
      known = new Version(generation, Finders.all(scanners.all()));
      version.set(known);
    }
    return known.text();
  }

  /** Who would be asked about a language now; empty if it cannot say who it is. */
  String finder(String language) {
    return scanners.forLanguage(language).map(Finders::of).orElse(Finders.LINES);
  }

  /** How many snippets the outline of a text has. */
  long count(byte[] text, String language, Cancellation cancellation) {
    return count(find(text, language, cancellation).regions());
  }

  private static long count(List<Region> regions) {
    long total = regions.size();
    for (Region region : regions) {
      total += count(region.children());
    }
    return total;
  }

  /** The snippets of a text in a language. */
  Found find(byte[] text, String language, Cancellation cancellation) {
    return find(
        text, language, cancellation, scanner -> scanner.scan(text, language, cancellation));
  }

  private Found find(
      byte[] text,
      String language,
      Cancellation cancellation,
      Function<SnippetScanner, List<Region>> asked) {
    cancellation.check();
    Optional<SnippetScanner> scanner = scanners.forLanguage(language);
    if (scanner.isEmpty()) {
      return new Found(LineBlocks.of(text), Finders.LINES);
    }
    String fault;
    Throwable cause = null;
    try {
      List<Region> regions = asked.apply(scanner.get());
      Optional<String> found = RegionCheck.fault(regions, text.length);
      if (found.isEmpty()) {
        return new Found(regions, Finders.of(scanner.get()));
      }
      fault = found.get();
    } catch (CancelledException e) {
      throw e;
    } catch (FxdException e) {
      // Expected, such as a native library that is not there: the message says all.
      fault = e.getMessage();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      fault = "it failed: " + e;
      cause = e;
    }
    log(scanner.get(), text, language, fault, cause);
    return new Found(LineBlocks.of(text), "");
  }

  private void log(
      SnippetScanner scanner, byte[] text, String language, String fault, Throwable cause) {
    Hash content = Hash.ofContent(text);
    boolean last;
    synchronized (logged) {
      // Nothing is forgotten, or a large tree would be told of again each time it is looked at.
      if (logged.size() >= MAX_LOGGED || !logged.add(content)) {
        return;
      }
      last = logged.size() == MAX_LOGGED;
    }
    LOG.warn(
        "The scanner {} is not used for a {} file of {} bytes (content {}), which is cut by lines:"
            + " {}",
        scanner.getClass().getName(),
        language,
        text.length,
        content.brief(),
        fault,
        cause);
    if (last) {
      LOG.warn("{} files were cut by lines so; further ones are not told of", MAX_LOGGED);
    }
  }
}
