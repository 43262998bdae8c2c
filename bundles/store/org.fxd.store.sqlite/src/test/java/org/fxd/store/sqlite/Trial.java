package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;

/**
 * All that can be done with a file, done with one that may be hostile. Whatever it holds: what
 * comes out of it has its hash, or there is a sentence that names the file; to read changes
 * nothing; and nothing is left beside it.
 */
final class Trial {
  private static final Sample ADDED = Samples.of(ObjectType.NODE, "what is added");
  private static final Sample LATER = Samples.of(ObjectType.COMMIT, "what is added later");
  private static final Sample LARGE = Samples.lines(77, 1_300_000);

  private final Path folder;
  private final Path file;
  private final Specimen specimen;
  private final boolean isSoundTree;
  private final boolean isThorough;
  private final Random random;
  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  /**
   * A trial.
   *
   * @param folder empty; it is again afterwards
   * @param isSoundTree whether SQLite's own structure is whole, so that what is written stays
   * @param isThorough whether to do all, and not only some of it
   */
  Trial(Path folder, Specimen specimen, boolean isSoundTree, boolean isThorough, Random random) {
    this.folder = folder;
    this.file = folder.resolve("x.fxd");
    this.specimen = specimen;
    this.isSoundTree = isSoundTree;
    this.isThorough = isThorough;
    this.random = random;
  }

  /** What is done with a store. */
  private interface Deed {
    void with(Store store) throws IOException;
  }

  /**
   * Does all of it.
   *
   * @return whether the file could be opened
   */
  boolean run() throws Exception {
    boolean isRead = toRead();
    boolean isWritten = toWrite();
    salvaged();
    return isRead || isWritten;
  }

  private boolean toRead() throws Exception {
    specimen.writeTo(folder);
    Map<String, String> before = contents();
    boolean opened = false;
    try (Store store = provider.openToRead(file)) {
      opened = true;
      look(store);
      attempt(store, its -> its.copyTo(folder.resolve("copy.fxd"), false, Progress.NONE, none()));
    } catch (FxdException e) {
      assertSays(e);
    }
    copied();
    Map<String, String> after = contents();
    if (specimen.log().isPresent()) {
      after.remove("x.fxd-shm"); // Nobody reads a log without it.
    }
    assertEquals(before, after, "after reading");
    clear();
    return opened;
  }

  private boolean toWrite() throws Exception {
    specimen.writeTo(folder);
    byte[] before = Files.readAllBytes(file);
    boolean opened = false;
    boolean committed = false;
    try (Store store = provider.open(file)) {
      opened = true;
      look(store);
      committed = write(store);
    } catch (FxdException e) {
      assertSays(e);
      committed = false;
    }
    if (!opened && specimen.log().isEmpty()) {
      byte[] after = Files.readAllBytes(file);
      if (Files.exists(folder.resolve("x.before-update.fxd"))) {
        // Its migration was begun and taken back, which SQLite counts in the header.
        assertEquals(before[18], after[18], "at rest");
      } else {
        assertArrayEquals(before, after, "it was refused");
      }
    }
    copied();
    assertTidy(Set.of());
    if (committed && isSoundTree) {
      try (Store store = provider.open(file)) {
        assertPresent(store, ADDED);
        assertPresent(store, LATER);
        look(store);
      }
    }
    clear();
    return opened;
  }

  /** Whether all that was to be committed was, and the store was closed. */
  private boolean write(Store store) throws IOException {
    boolean committed =
        attempt(
            store,
            its -> {
              try (Batch batch = its.begin()) {
                batch.readIndex(index -> index.get(bytes("key 30")));
                ADDED.putInto(batch);
                batch.index(bytes("key 5"), bytes("added"));
                batch.ref("added", its.ref("added").orElse(Hash.ZERO), ADDED.hash());
                if (random.nextInt(4) == 0) {
                  batch.putBlob(LARGE.stream());
                }
                batch.commit();
              }
            });
    List<Deed> deeds =
        new ArrayList<>(
            List.of(
                its -> its.checkpoint(),
                this::compact,
                its -> its.check(true, new Judge(), Progress.NONE, none()),
                its -> its.copyTo(folder.resolve("copy.fxd"), false, Progress.NONE, none())));
    java.util.Collections.shuffle(deeds, random);
    int some = isThorough ? deeds.size() : random.nextInt(deeds.size() + 1);
    for (Deed deed : deeds.subList(0, some)) {
      attempt(store, deed);
    }
    committed &=
        attempt(
            store,
            its -> {
              try (Batch batch = its.begin()) {
                LATER.putInto(batch);
                batch.commit();
              }
            });
    look(store);
    if (committed) {
      assertPresent(store, LATER);
      assertTrue(!isSoundTree || isPresent(store, ADDED), "what was committed is gone");
    }
    return committed;
  }

  private void compact(Store store) {
    try (Compaction compaction = store.compact()) {
      compaction.keep(ADDED.hash());
      compaction.keep(LARGE.hash());
      specimen.samples().forEach(sample -> compaction.keep(sample.hash()));
      for (ObjectType type : ObjectType.values()) {
        List<Hash> hashes =
            specimen.samples().stream()
                .filter(it -> it.type() == type && random.nextInt(9) > 0)
                .map(Sample::hash)
                .toList();
        if (type == ObjectType.BLOB) {
          compaction.pack(type, hashes);
        } else {
          hashes.forEach(hash -> compaction.pack(type, 1 + random.nextInt(3), hash));
        }
      }
      compaction.finish(() -> {});
    }
  }

  private void salvaged() throws Exception {
    specimen.writeTo(folder);
    Map<String, String> before = contents();
    boolean done = false;
    try {
      provider.salvage(file, new Judge(), Progress.NONE, none());
      done = true;
    } catch (FxdException e) {
      assertSays(e);
    }
    if (!done) {
      assertTidy(Set.of());
    } else {
      assertTidy(Set.of("x.damaged.fxd", "x.damaged.fxd-wal"));
      assertEquals(before.get("x.fxd"), contents().get("x.damaged.fxd"), "the damaged one");
      // The new one is sound, whatever the old one was.
      try (Store store = provider.open(file)) {
        look(store);
        Judge judge = new Judge();
        store.check(false, judge, Progress.NONE, none());
        assertTrue(
            judge.problems.stream().noneMatch(it -> it.contains("structure")),
            () -> "salvaged: " + judge.problems);
        try (Batch batch = store.begin()) {
          ADDED.putInto(batch);
          batch.commit();
        }
        assertPresent(store, ADDED);
      }
    }
    clear();
  }

  /** Reads everything in every way. */
  private void look(Store store) throws IOException {
    List<Hash> hashes = specimen.samples().stream().map(Sample::hash).toList();
    attempt(store, its -> its.get(hashes).forEach(this::judge));
    for (Sample sample : specimen.samples()) {
      Hash hash = sample.hash();
      switch (random.nextInt(8)) {
        case 0 -> attempt(store, its -> its.get(List.of(hash)).forEach(this::judge));
        case 1 -> attempt(store, its -> its.size(hash));
        case 2, 3 -> attempt(store, its -> read(its, hash));
        default -> {} // Another time.
      }
    }
    for (String ref : Specimen.REFS) {
      attempt(store, its -> its.ref(ref));
    }
    attempt(store, Trial::readIndex);
    attempt(store, Store::facts);
    attempt(store, its -> its.check(false, new Judge(), Progress.NONE, none()));
  }

  private void judge(Hash hash, Lookup answer) {
    if (answer instanceof Lookup.Present present) {
      assertEquals(hash, Hash.ofContent(present.bytes()), "what was asked for");
    } else if (answer instanceof Lookup.Corrupt corrupt) {
      assertTrue(corrupt.reason().length() > 5, corrupt.reason());
    }
  }

  private void read(Store store, Hash hash) {
    try {
      Optional<InputStream> content = store.open(hash);
      if (content.isPresent()) {
        try (InputStream in = content.get()) {
          assertEquals(hash, Samples.hashOf(in), "what was opened");
        }
      }
    } catch (IOException e) {
      assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
    }
  }

  private static void readIndex(Store store) {
    int[] count = {0};
    store.index(
        index -> {
          index.get(bytes("key 30"));
          return index.scan(bytes(""), bytes(""), (key, value) -> ++count[0] < 1_000_000);
        });
  }

  /** Whether it was done; if not, it was said why. */
  private boolean attempt(Store store, Deed deed) throws IOException {
    try {
      deed.with(store);
      return true;
    } catch (FxdException e) {
      assertSays(e);
      return false;
    }
  }

  private void assertSays(FxdException failure) {
    assertTrue(failure.getMessage().contains(folder.toString()), failure.getMessage());
    assertTrue(failure.getMessage().length() > 20, failure.getMessage());
  }

  private static boolean isPresent(Store store, Sample sample) {
    return store.get(List.of(sample.hash())).get(sample.hash()) instanceof Lookup.Present;
  }

  private static void assertPresent(Store store, Sample sample) {
    assertTrue(isPresent(store, sample), "what was committed is not there");
  }

  /** A copy is a file like any other. */
  private void copied() throws IOException {
    Path copy = folder.resolve("copy.fxd");
    if (Files.exists(copy)) {
      try (Store store = provider.open(copy)) {
        for (Sample sample : specimen.samples()) {
          store
              .get(List.of(sample.hash()))
              .forEach(
                  (hash, answer) -> {
                    if (answer instanceof Lookup.Present present) {
                      assertEquals(hash, Hash.ofContent(present.bytes()), "in the copy");
                    }
                  });
        }
      } catch (FxdException e) {
        assertSays(e);
      }
      Files.delete(copy);
    }
  }

  private void assertTidy(Collection<String> also) throws IOException {
    Set<String> names = new TreeSet<>(contents().keySet());
    names.remove("x.fxd");
    names.removeAll(also);
    names.remove("x.before-update.fxd");
    names.remove("x.fxd-wal.other");
    if (specimen.log().isPresent()) {
      names.remove("x.fxd-wal"); // It may be the damaged one.
      names.remove("x.fxd-shm");
    }
    assertEquals(Set.of(), names, "left behind");
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String name : Databases.names(folder)) {
      contents.put(name, Databases.state(folder.resolve(name)));
    }
    return contents;
  }

  private void clear() throws IOException {
    for (String name : Databases.names(folder)) {
      Files.delete(folder.resolve(name));
    }
  }

  private static Cancellation none() {
    return Cancellation.none();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sees that what a check tells is so. */
  private static final class Judge implements Inspector {
    private final List<String> problems = new ArrayList<>();

    @Override
    public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
      bytes.ifPresent(content -> assertEquals(hash, Hash.ofContent(content), "what was told"));
    }

    @Override
    public void ref(String name, Hash hash) {
      assertTrue(name != null && hash != null);
    }

    @Override
    public void problem(Problem problem) {
      problems.add(problem.what());
    }
  }
}
