package org.fxd.benchmarks.store;

import java.nio.file.Path;
import java.util.List;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.workspace.OpenProjects;

/** Opens a project and looks what stands at its top, at rest and after a crash. */
public final class OpenBench {
  private static final int WARM_UP = 5;

  /** Transactions that a crash leaves in the log. */
  private static final int LOOSE = 300;

  private OpenBench() {}

  /** Measures; see {@link Arguments}. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    try (Workplace place = new Workplace(arguments.work())) {
      double smallest = 0;
      for (int megabytes : arguments.sizes()) {
        double median = measure(arguments, place, megabytes);
        if (smallest == 0) {
          smallest = median;
        } else {
          Report.ratio(
              megabytes + " MB: open, beside " + arguments.sizes().get(0) + " MB",
              median,
              smallest,
              "ms",
              1.5);
        }
      }
    }
  }

  private static double measure(Arguments arguments, Workplace place, int megabytes)
      throws Exception {
    RealCode code = RealCode.read(arguments.source(), (long) megabytes * 1_000_000);
    Path file = place.file(".fxd");
    Workplace.save(file, new CodeTree(code, false).root());
    Path crashed = place.file(".fxd");
    try (OpenProjects projects = Workplace.projects()) {
      Editing editing = new Editing(projects.open(file), List.of(code));
      for (int i = 0; i < LOOSE; i++) {
        editing.edit();
      }
      Workplace.copyAsIs(file, crashed);
    }
    Samples atRest = new Samples();
    Samples afterCrash = new Samples();
    for (int run = arguments.quick() ? -1 : -WARM_UP; run < arguments.runs(); run++) {
      if (run == 0) {
        atRest.clear();
        afterCrash.clear();
      }
      open(file, atRest);
      Path copy = place.file(".fxd");
      Workplace.copyAsIs(crashed, copy);
      open(copy, afterCrash);
      Workplace.delete(copy);
    }
    Report.limit(megabytes + " MB: open", atRest.median(), "ms", 50);
    Report.limit(
        megabytes + " MB: open after a crash, " + LOOSE + " transactions",
        afterCrash.median(),
        "ms",
        50);
    Workplace.delete(file);
    return atRest.median();
  }

  private static void open(Path file, Samples samples) throws Exception {
    try (OpenProjects projects = Workplace.projects()) {
      samples.time(
          () -> {
            Workspace workspace = projects.open(file);
            Node code = workspace.root().child(Workspace.CODE);
            for (Entry entry : code.entries()) {
              entry.node().kind();
            }
          });
    }
  }
}
