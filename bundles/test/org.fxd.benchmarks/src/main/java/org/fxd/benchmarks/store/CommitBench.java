package org.fxd.benchmarks.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;

/**
 * Changes one snippet a transaction, each on the disk before the next, in projects of some sizes.
 */
public final class CommitBench {
  /** So many of each a run, in turn. */
  private static final int EACH = 100;

  /** The compiler of the JVM takes some thousand edits to have seen it all. */
  private static final int WARM_UP = 30;

  private static final int[] THREADS = {1, 4, 16};

  /** So many snippets are saved in one transaction while the project is made. */
  private static final int STEP = 50_000;

  private CommitBench() {}

  /** Measures; {@code sizes} are numbers of snippets. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    RealCode code = RealCode.read(arguments.source(), 2000L * STEP).start(STEP);
    double smallest = 0;
    for (int size : arguments.sizes()) {
      double median;
      try (Workplace place = new Workplace(arguments.work())) {
        median = measure(arguments, place, code, size);
      }
      if (smallest == 0) {
        smallest = median;
      } else {
        Report.ratio(
            String.format("%,d snippets: commit, beside %,d", size, arguments.sizes().get(0)),
            median,
            smallest,
            "ms",
            1.5);
      }
    }
  }

  private static double measure(Arguments arguments, Workplace place, RealCode base, int size)
      throws Exception {
    Path file = place.file(".fxd");
    Path database = place.file(".db");
    List<RealCode> codes = new ArrayList<>();
    int snippets = make(file, database, base, size, codes);
    try (OpenProjects projects = Workplace.projects();
        RawDatabase raw = new RawDatabase(database, RawDatabase.Mode.WAL_FULL)) {
      ProjectWorkspace workspace = (ProjectWorkspace) projects.open(file);
      Editing editing = new Editing(workspace, codes);
      Loose loose = new Loose(workspace.store());
      SplittableRandom random = new SplittableRandom(size);
      Samples rows = Samples.ofThread();
      Samples edits = Samples.ofThread();
      Samples batches = Samples.ofThread();
      for (int run = arguments.quick() ? -1 : -WARM_UP; run < arguments.runs(); run++) {
        if (run == 0) {
          List.of(rows, edits, batches).forEach(Samples::clear);
        }
        for (int i = 0; i < EACH; i++) {
          int id = 1 + random.nextInt(snippets);
          String text = "// " + id + "\n" + "another text\n".repeat(140);
          rows.time(() -> raw.change(id, text));
          edits.time(() -> editing.edit(random.nextLong()));
          batches.time(loose::commit);
        }
      }
      String what = String.format("%,d snippets: ", size);
      Report.note(
          "%son processors: raw %.3f ms, project %.3f, store alone %.3f",
          what, rows.busy(), edits.busy(), batches.busy());
      Report.times(what + "commit of one, project", edits, rows, 3);
      Report.times(what + "commit of one, store alone", batches, rows, 3);
      Report.ratio(
          what + "commit of one, project, p99", edits.percentile(99), rows.percentile(99), "ms", 0);
      Report.ratio(
          what + "commit of one, store alone, p99",
          batches.percentile(99),
          rows.percentile(99),
          "ms",
          0);
      long nanos = arguments.quick() ? 500_000_000L : 2_000_000_000L;
      for (int threads : THREADS) {
        double project = Throughput.of(threads, nanos, editing::edit);
        double store = Throughput.of(threads, nanos, loose::commit);
        Report.note(
            "%,d snippets: %d threads: %,.0f commits a second, project; %,.0f, store alone",
            size, threads, project, store);
      }
      return edits.median();
    }
  }

  /** Makes a project and a database of so many snippets; returns how many there are. */
  private static int make(Path file, Path database, RealCode base, int size, List<RealCode> codes)
      throws Exception {
    try (OpenProjects projects = Workplace.projects();
        RawDatabase raw = new RawDatabase(database, RawDatabase.Mode.WAL)) {
      Workspace workspace = projects.create(file);
      int snippets = 0;
      Samples steps = new Samples();
      while (snippets < size) {
        RealCode more = codes.isEmpty() ? base : base.again(codes.size());
        RealCode some = more.start(size - snippets);
        Node tree = new CodeTree(some, false).root().child(Workspace.CODE);
        steps.time(() -> add(workspace, tree));
        raw.save(some, List.of());
        snippets += some.snippets();
        codes.add(some);
      }
      Report.note(
          "%,d snippets: made in %d steps, the longest of %.0f ms",
          size, codes.size(), steps.percentile(100));
      return snippets;
    }
  }

  private static void add(Workspace workspace, Node tree) {
    workspace.change(
        Workplace.ORIGIN,
        "add",
        transaction -> {
          for (Entry entry : tree.entries()) {
            transaction.root().child(Name.of(Workspace.CODE)).put(entry);
          }
        });
  }
}
