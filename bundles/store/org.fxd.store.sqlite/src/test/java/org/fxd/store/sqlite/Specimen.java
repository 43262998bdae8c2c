package org.fxd.store.sqlite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;

/**
 * A real file that has something of every kind in it, as bytes.
 *
 * @param log what stands beside it under its name and {@code -wal}; empty if nothing does
 * @param samples what is in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Specimen(String name, byte[] file, Optional<byte[]> log, List<Sample> samples) {
  /** References of which some are removed again. */
  static final List<String> REFS = List.of("operation", "branch 1", "branch 2", "branch 3");

  private static final int VERSIONS = 6;

  /** Once they were compacted, and once more since. */
  private static final int COMPACTED = 5;

  private static final int GATHERED = 9;
  private static final int LOOSE = 16;

  /** A file at rest: frames of a compaction, frames and runs since, a cut blob, transactions. */
  static Specimen settled(Path folder) throws IOException {
    Path file = folder.resolve("settled.fxd");
    List<Sample> samples = new ArrayList<>();
    List<List<Sample>> kept = new ArrayList<>();
    try (Store store = new SqliteStoreProvider(null).create(file)) {
      for (int number = 1; number <= LOOSE; number++) {
        List<Sample> some = samples(number);
        samples.addAll(some);
        kept.add(some);
        commit(store, number, some);
        if (number == COMPACTED) {
          compact(store, kept);
        } else if (number <= GATHERED) {
          store.checkpoint();
        }
      }
    }
    return new Specimen("settled", Files.readAllBytes(file), Optional.empty(), samples);
  }

  /** The same as it is after a crash: in write-ahead mode, with a log beside it. */
  Specimen crashed(Path folder) throws IOException {
    Path file = Files.write(folder.resolve("crashed.fxd"), file());
    List<Sample> more = new ArrayList<>(samples());
    try (Store store = new SqliteStoreProvider(null).open(file)) {
      for (int number = LOOSE + 1; number < LOOSE + 4; number++) {
        List<Sample> some = samples(number);
        more.addAll(some);
        commit(store, number, some);
      }
      return new Specimen(
          "crashed",
          Files.readAllBytes(file),
          Optional.of(Files.readAllBytes(Neighbours.beside(file, "-wal"))),
          more);
    }
  }

  /** A file of the form before, which is migrated. */
  static Specimen draft(Path folder) throws IOException, SQLException {
    List<Sample> samples = new ArrayList<>(samples(1));
    samples.addAll(samples(3).stream().filter(it -> it.type() != ObjectType.OPERATION).toList());
    Path file = Drafts.make(folder.resolve("draft.fxd"), true, samples);
    return new Specimen("draft", Files.readAllBytes(file), Optional.empty(), samples);
  }

  private static void commit(Store store, int number, List<Sample> samples) {
    try (Batch batch = store.begin()) {
      samples.forEach(sample -> sample.putInto(batch));
      for (int i = 0; i < 30; i++) {
        batch.index(bytes("key " + i * number), bytes("value " + i));
        batch.index(bytes("key " + i * (number - 1)), i % 3 == 0 ? null : bytes("other " + i));
      }
      String branch = REFS.get(1 + number % 3);
      batch.ref(
          branch, store.ref(branch).orElse(Hash.ZERO), number % 5 == 4 ? Hash.ZERO : hash(samples));
      batch.ref(REFS.get(0), store.ref(REFS.get(0)).orElse(Hash.ZERO), hash(samples));
      batch.commit();
    }
  }

  private static Hash hash(List<Sample> samples) {
    return samples.get(samples.size() - 1).hash();
  }

  private static void compact(Store store, List<List<Sample>> kept) {
    try (Compaction compaction = store.compact()) {
      kept.forEach(each -> each.forEach(sample -> compaction.keep(sample.hash())));
      for (int i = 0; i < kept.get(0).size(); i++) {
        List<Hash> versions = new ArrayList<>();
        ObjectType type = kept.get(0).get(i).type();
        for (List<Sample> each : kept) {
          if (type == ObjectType.BLOB) {
            versions.add(0, each.get(i).hash());
          } else {
            compaction.pack(type, i, each.get(i).hash());
          }
        }
        if (type == ObjectType.BLOB) {
          compaction.pack(type, versions);
        }
      }
      compaction.finish(() -> {});
    }
  }

  /** Contents, nodes above them and above each other, a commit, an operation. */
  private static List<Sample> samples(int number) {
    List<Sample> samples = new ArrayList<>();
    String text = text("line of a file ", 400);
    int at = 13 * number % text.length();
    samples.add(Samples.of(ObjectType.BLOB, text.substring(0, at) + number + text.substring(at)));
    samples.add(Samples.noise(number, 700));
    if (number == 3 || number == GATHERED - 1) {
      String large = text(number + " of a large file\n", Schema.PIECE_SIZE / 10);
      samples.add(Samples.of(ObjectType.BLOB, large));
    } else {
      samples.add(Samples.lines(number, 2000));
    }
    Sample chunk = above(ObjectType.CHUNK, "chunk", samples);
    Sample node = above(ObjectType.NODE, "node " + number % VERSIONS, List.of(chunk));
    Sample root = above(ObjectType.NODE, text("root ", 40) + number, List.of(node, chunk));
    Sample commit = above(ObjectType.COMMIT, "commit " + number, List.of(root));
    samples.addAll(List.of(chunk, node, root, commit));
    samples.add(above(ObjectType.OPERATION, "operation " + number, List.of(root, commit)));
    return samples;
  }

  private static String text(String line, int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(line).append(i);
    }
    return text.toString();
  }

  /** One that names others by their hashes, as nodes do. */
  private static Sample above(ObjectType type, String name, List<Sample> others) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(bytes(name));
    others.forEach(other -> content.writeBytes(other.hash().bytes()));
    return Samples.of(type, content.toByteArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Puts it into a folder under the name {@code x.fxd}. */
  void writeTo(Path folder) throws IOException {
    Files.write(folder.resolve("x.fxd"), file);
    if (log.isPresent()) {
      Files.write(folder.resolve("x.fxd-wal"), log.get());
    }
  }

  /** This one with other bytes. */
  Specimen with(byte[] otherFile, Optional<byte[]> otherLog) {
    return new Specimen(name, otherFile, otherLog, samples);
  }
}
