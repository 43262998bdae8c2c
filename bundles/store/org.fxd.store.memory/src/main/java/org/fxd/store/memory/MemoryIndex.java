package org.fxd.store.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.fxd.store.api.IndexReader;

/**
 * An index as of one moment. Immutable: an edit makes another one that shares all runs but those
 * that it falls into, so whoever reads one neither waits nor is waited for.
 */
final class MemoryIndex implements IndexReader {
  /** An index without entries. */
  static final MemoryIndex EMPTY = new MemoryIndex(new Run[0]);

  private final Run[] runs;

  private MemoryIndex(Run[] runs) {
    this.runs = runs;
  }

  @Override
  public Optional<byte[]> get(byte[] key) {
    if (runs.length == 0) {
      return Optional.empty();
    }
    Run run = runs[runOf(key)];
    int at = run.search(key);
    return at < run.size() && run.compare(at, key) == 0
        ? Optional.of(run.value(at))
        : Optional.empty();
  }

  @Override
  public boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    if (runs.length == 0) {
      return true;
    }
    int number = runOf(from);
    int at = runs[number].search(from);
    for (; number < runs.length; number++, at = 0) {
      Run run = runs[number];
      for (; at < run.size(); at++) {
        if (to.length > 0 && run.compare(at, to) >= 0) {
          return true;
        }
        if (!visitor.test(run.key(at), run.value(at))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * This index with edits done.
   *
   * @param edits in order, each key once
   */
  MemoryIndex with(List<IndexEdit> edits) {
    if (edits.isEmpty()) {
      return this;
    }
    Runs next = new Runs(runs.length + edits.size() / Runs.SHORTEST + 1);
    int run = 0;
    int edit = 0;
    while (edit < edits.size() && run < runs.length) {
      int here = next.isRound() ? Math.max(run, runOf(edits.get(edit).key())) : run;
      if (here > run) {
        next.keep(Arrays.asList(runs).subList(run, here));
      }
      edit = merge(here, edits, edit, next);
      run = here + 1;
    }
    for (; edit < edits.size(); edit++) {
      add(edits.get(edit), next);
    }
    for (; run < runs.length && !next.isRound(); run++) {
      merge(run, edits, edit, next);
    }
    next.keep(Arrays.asList(runs).subList(run, runs.length));
    Run[] all = next.toArray();
    return all.length == 0 ? EMPTY : new MemoryIndex(all);
  }

  /** Merges a run with the edits that fall into it; gives the first edit behind them. */
  private int merge(int number, List<IndexEdit> edits, int from, Runs into) {
    Run run = runs[number];
    Run after = number + 1 < runs.length ? runs[number + 1] : null;
    int at = 0;
    int edit = from;
    while (edit < edits.size() && (after == null || after.compare(0, edits.get(edit).key()) > 0)) {
      byte[] key = edits.get(edit).key();
      while (at < run.size() && run.compare(at, key) < 0) {
        into.add(run, at++);
      }
      if (at < run.size() && run.compare(at, key) == 0) {
        at++;
      }
      add(edits.get(edit++), into);
    }
    while (at < run.size()) {
      into.add(run, at++);
    }
    return edit;
  }

  private static void add(IndexEdit edit, Runs into) {
    if (edit.value() != null) {
      into.add(edit);
    }
  }

  /** The last run whose first key is not above one; the first if there is none. */
  private int runOf(byte[] key) {
    int low = 1;
    int high = runs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs[middle].compare(0, key) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
