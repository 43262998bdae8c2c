package org.fxd.plugin.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Watches over the jars of the folder until each is whole. A jar is read when it was quiet for a
 * moment; one that is incomplete is waited for in silence while it still changes, and refused when
 * it no longer does. Confined to the loop's thread.
 */
final class Intake {
  /** Reading is bounded in size, so this passes only if a disk hangs. */
  private static final Duration READING = Duration.ofMinutes(2);

  private final Settings settings;
  private final ContentStore store;
  private final Loop loop;
  private final Workers workers;
  private final Arrivals arrivals;
  private final Map<String, Candidate> candidates = new HashMap<>();

  Intake(Settings settings, ContentStore store, Loop loop, Workers workers, Arrivals arrivals) {
    this.settings = settings;
    this.store = store;
    this.loop = loop;
    this.workers = workers;
    this.arrivals = arrivals;
  }

  /** Whether a name in the folder is one for the host. */
  static boolean isJar(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".jar") && !name.startsWith(".");
  }

  /** A jar was in the folder when the host last ran. */
  void remember(String jar) {
    candidates.computeIfAbsent(jar, Candidate::new);
  }

  /** Something happened to a jar. */
  void touched(String jar) {
    candidates.computeIfAbsent(jar, Candidate::new).touched();
  }

  /**
   * Looks at the folder.
   *
   * @param all whether to read every jar, not only those that the file system calls changed
   * @throws IOException if the folder cannot be read; nothing counts as gone then
   */
  void scan(boolean all) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(settings.folder())) {
      files.map(f -> f.getFileName().toString()).filter(Intake::isJar).forEach(names::add);
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    Set<String> missing = new HashSet<>(candidates.keySet());
    missing.removeAll(names);
    for (String name : names) {
      candidates.computeIfAbsent(name, Candidate::new).lookIfChanged(all);
    }
    missing.forEach(name -> candidates.get(name).look());
  }

  /** Whether jars were touched just now, or are being read, so that more will be told soon. */
  boolean isExpecting() {
    return candidates.values().stream().anyMatch(c -> c.busy || c.fresh);
  }

  /** Whether every jar seen so far was told of. */
  boolean isIdle() {
    return candidates.values().stream().noneMatch(c -> c.busy || c.timer != null);
  }

  private final class Candidate {
    private final String name;
    private final Path file;
    private JarStat seen;
    private long changedAt = System.nanoTime();
    private Loop.Timer timer;
    private boolean fresh;
    private boolean busy;
    private boolean again;

    Candidate(String name) {
      this.name = name;
      this.file = settings.folder().resolve(name);
    }

    void touched() {
      changedAt = System.nanoTime();
      fresh = true;
      lookAfter(settings.quiet());
    }

    void lookIfChanged(boolean all) {
      if (timer == null && !busy && (all || !stat().equals(Optional.ofNullable(seen)))) {
        look();
      }
    }

    private void lookAfter(Duration delay) {
      if (timer != null) {
        timer.cancel();
      }
      timer = loop.after(delay, this::look);
    }

    private Optional<JarStat> stat() {
      try {
        return JarStat.of(file);
      } catch (IOException unreadable) {
        // Reading it will tell why.
        return Optional.of(new JarStat(-1, null, null, ""));
      }
    }

    void look() {
      fresh = false;
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
      if (busy) {
        again = true;
        return;
      }
      Optional<JarStat> now = stat();
      if (now.isEmpty()) {
        candidates.remove(name);
        arrivals.gone(name);
        return;
      }
      if (!now.get().equals(seen)) {
        seen = now.get();
        changedAt = System.nanoTime();
      }
      read();
    }

    private void read() {
      busy = true;
      Reading result = new Reading();
      workers.run(
          () -> result.read(store, file),
          READING,
          () -> arrivals.refused(name, "cannot be read: the disk does not answer"),
          () -> {
            busy = false;
            judge(result);
          });
    }

    private void judge(Reading result) {
      if (again) {
        again = false;
        look();
      } else if (!stat().equals(Optional.ofNullable(seen))) {
        // It changed under the reader: what was read is of no moment.
        touched();
      } else if (result.content != null) {
        arrivals.arrived(name, result.content);
      } else if (result.mayGrow && !quietLong()) {
        lookAfter(settings.patience());
      } else {
        arrivals.refused(name, result.reason);
      }
    }

    private boolean quietLong() {
      return System.nanoTime() - changedAt >= settings.patience().toNanos();
    }
  }

  /** What a worker found; written by it, read when it has ended. */
  private static final class Reading {
    private volatile Content content;
    private volatile String reason = "cannot be read";
    private volatile boolean mayGrow;

    void read(ContentStore store, Path file) {
      try {
        content = store.take(file);
      } catch (UnusableJarException e) {
        reason = e.getMessage();
        mayGrow = e.isIncomplete();
      } catch (IOException | RuntimeException e) {
        reason = "cannot be read: " + Text.cause(e);
        mayGrow = true;
      }
    }
  }
}
