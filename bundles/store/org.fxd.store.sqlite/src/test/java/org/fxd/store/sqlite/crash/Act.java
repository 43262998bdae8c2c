package org.fxd.store.sqlite.crash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.testkit.store.Samples.Sample;

/**
 * One of all the things by which a file is changed, in an order in which each finds something to
 * do.
 */
enum Act {
  /** Everyday transactions, one after the other. */
  EVERYDAY {
    @Override
    void play(Stage stage) {
      for (int i = 0; i < 3; i++) {
        stage.ledger().commit(stage.store(), 0);
      }
    }
  },

  /** Several threads, whose transactions become durable together. */
  GROUP {
    @Override
    void play(Stage stage) {
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int lane = 0; lane < Ledger.LANES; lane++) {
        int each = lane;
        threads.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 2; i++) {
                    stage.ledger().commit(stage.store(), each);
                  }
                }));
      }
      await(threads);
    }
  },

  /** One that waits for the last of several. */
  SEALED {
    @Override
    void play(Stage stage) {
      List<Pending> sealed = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sealed.add(stage.ledger().seal(stage.store(), 1 + i % 2));
      }
      all(sealed.stream().<Runnable>map(pending -> pending::await).toList());
    }
  },

  /** What stands by itself goes into the tables, and the log into the file. */
  GATHER {
    @Override
    void play(Stage stage) {
      stage.ledger().commit(stage.store(), 2);
      stage.store().checkpoint();
      stage.ledger().commit(stage.store(), 2);
      stage.store().checkpoint();
    }
  },

  /** Large ones, with a blob that is cut; and one that is given up. */
  LARGE {
    @Override
    void play(Stage stage) {
      do {
        stage.ledger().commit(stage.store(), 0);
      } while (!stage.ledger().last(0).isLarge());
      try (Batch batch = stage.store().begin()) {
        new Deed(0, 10_000).write(batch);
      }
    }
  },

  /** So many runs that several are made one. */
  MERGE {
    @Override
    void play(Stage stage) {
      for (int i = 0; i < 4; i++) {
        stage.ledger().commit(stage.store(), 1);
        stage.store().checkpoint();
      }
      do {
        stage.ledger().commit(stage.store(), 0);
      } while (!stage.ledger().last(0).isLarge());
    }
  },

  /** Everything is written anew, while someone goes on. */
  COMPACT {
    @Override
    void play(Stage stage) {
      stage.ledger().collect();
      try (Compaction compaction = stage.store().compact()) {
        keep(compaction, stage);
        for (ObjectType type : ObjectType.values()) {
          compaction.pack(type, versions(stage, type));
        }
        CompletableFuture<Void> other =
            CompletableFuture.runAsync(() -> stage.ledger().commit(stage.store(), 2));
        all(
            List.of(
                () -> stage.ledger().commit(stage.store(), 0),
                () -> compaction.finish(() -> keep(compaction, stage)),
                () -> await(List.of(other))));
      }
      stage.ledger().commit(stage.store(), 0);
    }
  },

  /** A copy, and one in its place. */
  COPY {
    @Override
    void play(Stage stage) {
      stage.store().copyTo(stage.copy(), false, Progress.NONE, Cancellation.none());
      stage.ledger().commit(stage.store(), 0);
      stage.store().copyTo(stage.copy(), true, Progress.NONE, Cancellation.none());
    }
  },

  /** Everyday ones again, so many that closing gathers them. */
  MANY {
    @Override
    void play(Stage stage) {
      for (int i = 0; i < 70; i++) {
        stage.ledger().commit(stage.store(), 1 + i % 2);
      }
    }
  };

  /** Plays it. */
  abstract void play(Stage stage);

  /** Does all of them, whether one fails or not, and then fails as the first that did. */
  private static void all(List<Runnable> works) {
    RuntimeException failure = null;
    for (Runnable work : works) {
      try {
        work.run();
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void keep(Compaction compaction, Stage stage) {
    compaction.keep(Deed.COMMON.hash());
    for (int lane = 0; lane < Ledger.LANES; lane++) {
      for (int number = stage.ledger().last(lane).number(); number > 0; number--) {
        new Deed(lane, number).kept().keySet().forEach(compaction::keep);
      }
    }
  }

  private static List<Hash> versions(Stage stage, ObjectType type) {
    List<Sample> samples = new ArrayList<>();
    if (type == ObjectType.NODE) {
      samples.add(Deed.COMMON);
    }
    for (int lane = 0; lane < Ledger.LANES; lane++) {
      for (int number = stage.ledger().last(lane).number(); number > 0; number--) {
        samples.addAll(new Deed(lane, number).kept().values());
      }
    }
    return samples.stream()
        .filter(sample -> sample.type() == type)
        .sorted(Comparator.comparing(sample -> sample.bytes().length))
        .map(Sample::hash)
        .toList();
  }

  private static void await(List<CompletableFuture<Void>> threads) {
    try {
      CompletableFuture.allOf(threads.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
