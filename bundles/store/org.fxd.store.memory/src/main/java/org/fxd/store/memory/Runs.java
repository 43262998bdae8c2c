package org.fxd.store.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts runs together: those that stay as they are, and new ones of the entries between them. New
 * runs are of even lengths, so that one more entry in a full run never moves entries of its
 * neighbours on and on.
 */
final class Runs {
  /** The most entries of a run. */
  static final int LONGEST = 256;

  /** Runs that were edited and are shorter are put together with their neighbours. */
  static final int SHORTEST = 64;

  /** The most bytes of a run of more than one entry. */
  private static final int MOST_BYTES = 1 << 20;

  private record Waiting(Run run, int at, IndexEdit edit) {
    int keyLength() {
      return run == null ? edit.key().length : run.keyLength(at);
    }

    int length() {
      return run == null ? edit.key().length + edit.value().length : run.length(at);
    }

    void copy(byte[] target, int offset) {
      if (run == null) {
        System.arraycopy(edit.key(), 0, target, offset, edit.key().length);
        System.arraycopy(edit.value(), 0, target, offset + edit.key().length, edit.value().length);
      } else {
        run.copy(at, target, offset);
      }
    }
  }

  private final List<Run> runs;
  private final List<Waiting> waiting = new ArrayList<>();

  Runs(int expected) {
    runs = new ArrayList<>(expected);
  }

  /** Whether what comes next need not be put together with what came last. */
  boolean isRound() {
    return waiting.isEmpty() || waiting.size() >= SHORTEST;
  }

  /** Takes runs over as they are. */
  void keep(List<Run> whole) {
    pack();
    runs.addAll(whole);
  }

  /** Adds an entry of an earlier run. */
  void add(Run run, int at) {
    add(new Waiting(run, at, null));
  }

  /** Adds a new entry. */
  void add(IndexEdit edit) {
    add(new Waiting(null, 0, edit));
  }

  /** All runs in order. */
  Run[] toArray() {
    pack();
    return runs.toArray(Run[]::new);
  }

  private void add(Waiting entry) {
    waiting.add(entry);
    if (waiting.size() == 2 * LONGEST) {
      List<Waiting> first = waiting.subList(0, LONGEST);
      pack(first);
      first.clear();
    }
  }

  private void pack() {
    if (waiting.size() > LONGEST) {
      int half = waiting.size() / 2;
      pack(waiting.subList(0, half));
      pack(waiting.subList(half, waiting.size()));
    } else if (!waiting.isEmpty()) {
      pack(waiting);
    }
    waiting.clear();
  }

  private void pack(List<Waiting> entries) {
    long length = 0;
    for (Waiting entry : entries) {
      length += entry.length();
    }
    if (length > MOST_BYTES && entries.size() > 1) {
      int half = entries.size() / 2;
      pack(entries.subList(0, half));
      pack(entries.subList(half, entries.size()));
      return;
    }
    byte[] bytes = new byte[Math.toIntExact(length)];
    int[] bounds = new int[2 * entries.size() + 1];
    int at = 0;
    for (int i = 0; i < entries.size(); i++) {
      Waiting entry = entries.get(i);
      bounds[2 * i] = at;
      bounds[2 * i + 1] = at + entry.keyLength();
      entry.copy(bytes, at);
      at += entry.length();
    }
    bounds[2 * entries.size()] = at;
    runs.add(new Run(bytes, bounds));
  }
}
