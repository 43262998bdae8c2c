package org.fxd.benchmarks.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;

/** How large the file of a source tree is when it was saved, when it was edited, and after gc. */
public final class SizeBench {
  private static final int EDITS = 500;

  private SizeBench() {}

  /** Measures; see {@link Arguments}. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    try (Workplace place = new Workplace(arguments.work())) {
      for (int megabytes : arguments.sizes()) {
        RealCode code = RealCode.read(arguments.source(), (long) megabytes * 1_000_000);
        measure(place.file(".fxd"), code, megabytes + " MB of snippets", false);
        measure(place.file(".fxd"), code, megabytes + " MB of files", true);
      }
    }
  }

  private static void measure(Path file, RealCode code, String what, boolean raw) throws Exception {
    double text = code.bytes() / 1e6;
    Workplace.save(file, new CodeTree(code, raw).root());
    Report.ratio(what + ": file after a save", Files.size(file) / 1e6, text, "MB", 1.1);
    if (!raw) {
      try (OpenProjects projects = Workplace.projects()) {
        Editing editing = new Editing((ProjectWorkspace) projects.open(file), List.of(code));
        for (int i = 0; i < EDITS; i++) {
          editing.edit(i);
        }
      }
      Report.ratio(
          what + ": after " + EDITS + " edits more", Files.size(file) / 1e6, text, "MB", 0);
    }
    Samples samples = new Samples();
    CollectReport[] report = new CollectReport[1];
    samples.time(() -> report[0] = Workplace.collect(file));
    Report.ratio(what + ": file after gc", Files.size(file) / 1e6, text, "MB", 0.3);
    Report.limit(what + ": gc", samples.median() / 1e3, "s", 0);
    TableSizes.report(file);
    Workplace.delete(file);
  }
}
