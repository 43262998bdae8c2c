package org.fxd.benchmarks.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.index.ProjectIndex;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** Saves all of a project at once, and looks how large the file is. */
public final class SaveBench {
  private static final int WARM_UP = 3;

  private final Arguments arguments;
  private final Workplace place;

  private SaveBench(Arguments arguments, Workplace place) {
    this.arguments = arguments;
    this.place = place;
  }

  /** Measures; see {@link Arguments}. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    try (Workplace place = new Workplace(arguments.work())) {
      for (int megabytes : arguments.sizes()) {
        new SaveBench(arguments, place).measure(megabytes);
      }
    }
  }

  private void measure(int megabytes) throws Exception {
    RealCode code = RealCode.read(arguments.source(), (long) megabytes * 1_000_000);
    CodeTree trees = new CodeTree(code, false);
    Recorder recorder = record(trees.root());
    List<Recorder.Row> rows = recorder.sortedRows();
    Report.note(
        "%d MB: %,d files, %,d snippets of %,d bytes in the mean, %,d objects, %,d index entries",
        megabytes,
        code.files().size(),
        code.snippets(),
        code.bytes() / code.snippets(),
        recorder.puts().size(),
        rows.size());
    Map<RawDatabase.Mode, Samples> raw = new EnumMap<>(RawDatabase.Mode.class);
    Samples textsOnly = new Samples();
    Samples objects = new Samples();
    Samples saved = new Samples();
    Samples closed = new Samples();
    Samples built = new Samples();
    long size = 0;
    int warmUp = arguments.quick() ? 1 : WARM_UP;
    for (int run = -warmUp; run < arguments.runs(); run++) {
      if (run == 0) {
        raw.values().forEach(Samples::clear);
        List.of(textsOnly, objects, saved, closed, built).forEach(Samples::clear);
      }
      for (RawDatabase.Mode mode :
          List.of(RawDatabase.Mode.WAL, RawDatabase.Mode.WAL_16K, RawDatabase.Mode.JOURNAL)) {
        raw(mode, code, rows, raw.computeIfAbsent(mode, any -> new Samples()));
      }
      raw(RawDatabase.Mode.JOURNAL, code, List.of(), textsOnly);
      objects(recorder, objects);
      Node[] root = new Node[1];
      built.time(() -> root[0] = trees.root());
      size = workspace(root[0], saved, closed);
    }
    Samples best = best(raw);
    raw.forEach((mode, samples) -> note(megabytes, "raw " + mode, samples));
    note(megabytes, "raw journal, texts alone", textsOnly);
    note(megabytes, "building the tree", built);
    Report.times(megabytes + " MB: save, project", saved, best, 1.5);
    Report.times(megabytes + " MB: save and close, project", closed, best, 0);
    Report.times(megabytes + " MB: save, store alone", objects, best, 1.5);
    if (megabytes == 10) {
      Report.limit("10 MB: save, project, beside the seed's stack", saved.median(), "ms", 62);
    }
    Report.ratio(
        megabytes + " MB: file after a save, beside the text",
        size / 1e6,
        code.bytes() / 1e6,
        "MB",
        1.1);
  }

  private static void note(int megabytes, String what, Samples samples) {
    Report.note(
        "%d MB: %s %.1f ms, least %.1f, on processors %.1f",
        megabytes, what, samples.median(), samples.least(), samples.busy());
  }

  private static Samples best(Map<RawDatabase.Mode, Samples> raw) {
    return raw.values().stream().min(Comparator.comparing(Samples::median)).orElseThrow();
  }

  /** The objects of a tree, and the entries of the index for it. */
  static Recorder record(Node root) {
    Recorder recorder = new Recorder();
    Store nowhere = new MemoryStores().create(Path.of("nowhere"));
    new ObjectWriter(new ObjectReader(nowhere), recorder, Set.of()).write(root);
    new ProjectIndex(nowhere, null, new Projectors()).first(recorder, root);
    return recorder;
  }

  private void raw(RawDatabase.Mode mode, RealCode code, List<Recorder.Row> rows, Samples samples)
      throws Exception {
    Path file = place.file(".db");
    try (RawDatabase database = new RawDatabase(file, mode)) {
      samples.time(() -> database.save(code, rows));
    }
    Workplace.delete(file);
  }

  private void objects(Recorder recorder, Samples samples) throws Exception {
    Path file = place.file(".fxd");
    SqliteStoreProvider provider = new SqliteStoreProvider(null);
    try (Store store = provider.create(file)) {
      samples.time(
          () -> {
            try (Batch batch = store.begin()) {
              for (Recorder.Put put : recorder.puts()) {
                batch.put(put.type(), put.hash(), put.bytes());
              }
              for (Recorder.Row row : recorder.rows()) {
                batch.index(row.key(), row.value());
              }
              batch.ref("operation", Hash.ZERO, recorder.puts().get(0).hash());
              batch.commit();
            }
          });
    }
    Workplace.delete(file);
  }

  private long workspace(Node root, Samples saved, Samples closed) throws Exception {
    Path file = place.file(".fxd");
    OpenProjects projects = Workplace.projects();
    Workspace workspace = projects.create(file);
    closed.time(
        () -> {
          saved.time(
              () ->
                  workspace.change(
                      Workplace.ORIGIN, "save", transaction -> transaction.root(root)));
          projects.close();
        });
    long size = Files.size(file);
    Workplace.delete(file);
    return size;
  }
}
