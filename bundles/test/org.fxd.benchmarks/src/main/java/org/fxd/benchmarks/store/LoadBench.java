package org.fxd.benchmarks.store;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** Opens a project and reads all of it: every text is verified and decoded. */
public final class LoadBench {
  private static final int WARM_UP = 5;
  private static final int TOGETHER = 256;

  private LoadBench() {}

  /** Measures; see {@link Arguments}. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    try (Workplace place = new Workplace(arguments.work())) {
      for (int megabytes : arguments.sizes()) {
        measure(arguments, place, megabytes);
      }
    }
  }

  private static void measure(Arguments arguments, Workplace place, int megabytes)
      throws Exception {
    RealCode code = RealCode.read(arguments.source(), (long) megabytes * 1_000_000);
    Node root = new CodeTree(code, false).root();
    List<Hash> hashes = SaveBench.record(root).puts().stream().map(Recorder.Put::hash).toList();
    Path file = place.file(".fxd");
    Workplace.save(file, root);
    Path small = place.file(".fxd");
    Workplace.save(small, root);
    Workplace.collect(small);
    Path database = place.file(".db");
    try (RawDatabase raw = new RawDatabase(database, RawDatabase.Mode.JOURNAL)) {
      raw.save(code, List.of());
    }
    Samples select = new Samples();
    Samples project = new Samples();
    Samples collected = new Samples();
    Samples objects = new Samples();
    for (int run = arguments.quick() ? -1 : -WARM_UP; run < arguments.runs(); run++) {
      if (run == 0) {
        List.of(select, project, collected, objects).forEach(Samples::clear);
      }
      long[] length = new long[3];
      select.time(
          () -> {
            try (RawDatabase raw = new RawDatabase(database, RawDatabase.Mode.JOURNAL)) {
              length[0] = raw.load();
            }
          });
      project.time(() -> length[1] = walk(file));
      collected.time(() -> length[2] = walk(small));
      objects.time(() -> get(file, hashes));
      if (length[0] != length[1] || length[0] != length[2]) {
        throw new IllegalStateException("They read different texts");
      }
    }
    Report.times(megabytes + " MB: full load, project", project, select, 2);
    Report.times(megabytes + " MB: full load, project, after gc", collected, select, 2);
    Report.times(megabytes + " MB: full load, store alone", objects, select, 2);
  }

  /** Reads all texts; returns how many characters they have. */
  private static long walk(Path file) {
    try (OpenProjects projects = Workplace.projects()) {
      Workspace workspace = projects.open(file);
      long length = 0;
      Deque<Node> left = new ArrayDeque<>(List.of(workspace.root()));
      while (!left.isEmpty()) {
        Node node = left.pop();
        if (node.value() instanceof Value.Text text) {
          length += text.text().length();
        }
        List<Node> below = new ArrayList<>();
        for (Entry entry : node.entries()) {
          below.add(entry.node());
        }
        for (int i = below.size() - 1; i >= 0; i--) {
          left.push(below.get(i));
        }
      }
      return length;
    }
  }

  private static void get(Path file, List<Hash> hashes) {
    try (Store store = new SqliteStoreProvider(null).open(file)) {
      for (int from = 0; from < hashes.size(); from += TOGETHER) {
        List<Hash> some = hashes.subList(from, Math.min(hashes.size(), from + TOGETHER));
        for (Lookup lookup : store.get(some).values()) {
          if (!(lookup instanceof Lookup.Present)) {
            throw new IllegalStateException("An object is missing");
          }
        }
      }
    }
  }
}
