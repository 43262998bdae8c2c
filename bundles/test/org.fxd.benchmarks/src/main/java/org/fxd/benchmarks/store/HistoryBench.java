package org.fxd.benchmarks.store;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.fxd.benchmarks.Arguments;
import org.fxd.benchmarks.Samples;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** Makes a project of a Git history, collects it, and reads old versions. */
public final class HistoryBench {
  private static final int READS = 2000;
  private static final int CHECKOUTS = 20;

  private HistoryBench() {}

  /**
   * Measures; {@code source} is a bare repository, {@code sizes} the bytes of its pack and index.
   */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    try (Workplace place = new Workplace(arguments.work());
        Repository repository = new FileRepository(arguments.source().toFile())) {
      measure(arguments, place.file(".fxd"), repository);
    }
  }

  private static void measure(Arguments arguments, Path file, Repository repository)
      throws Exception {
    Samples build = new Samples();
    List<Hash> roots = new ArrayList<>();
    GitFiles files = new GitFiles(repository.newObjectReader());
    forgetPeak();
    try (OpenProjects projects = Workplace.projects()) {
      ProjectWorkspace workspace = (ProjectWorkspace) projects.create(file);
      GitHistory history = new GitHistory(repository, workspace, files);
      build.time(history::take);
      roots.addAll(history.roots());
    }
    double buildHeap = peak();
    double saved = Files.size(file) / 1e6;
    Samples collect = new Samples();
    forgetPeak();
    CollectReport[] report = new CollectReport[1];
    collect.time(() -> report[0] = Workplace.collect(file));
    double collectHeap = peak();
    double collected = Files.size(file) / 1e6;
    double pack = arguments.sizes().get(0) / 1e6;
    double index = arguments.sizes().get(1) / 1e6;
    Report.note(
        "%,d commits, %,d blobs of %,.1f MB, %,d objects",
        roots.size(), files.hashes().size(), files.bytes() / 1e6, report[0].kept());
    TableSizes.report(file);
    Report.limit("build", build.median() / 1e3, "s", 0);
    Report.limit("build, peak heap", buildHeap, "MB", 0);
    Report.limit("gc", collect.median() / 1e3, "s", 0);
    Report.limit("gc, peak heap", collectHeap, "MB", 0);
    Report.ratio("file before gc, beside Git's pack", saved, pack, "MB", 0);
    Report.ratio("file after gc, beside Git's pack", collected, pack, "MB", 0.65);
    Report.ratio("file after gc, beside pack and index", collected, pack + index, "MB", 0);
    read(file, files.hashes());
    checkOut(file, roots);
  }

  /** Reads contents of all times, one by one. */
  private static void read(Path file, List<Hash> blobs) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    Samples reads = new Samples();
    for (int round = 0; round < 2; round++) {
      reads.clear();
      try (Store store = new SqliteStoreProvider(null).open(file)) {
        for (int i = 0; i < READS; i++) {
          Hash hash = blobs.get(random.nextInt(blobs.size()));
          reads.time(
              () -> {
                if (!(store.get(List.of(hash)).get(hash) instanceof Lookup.Present)) {
                  throw new IllegalStateException("A blob is missing");
                }
              });
        }
      }
    }
    Report.limit("read one old content", reads.median(), "ms", 0);
    Report.limit("read one old content, p95", reads.percentile(95), "ms", 0);
  }

  /** Reads all files of commits of all times. */
  private static void checkOut(Path file, List<Hash> roots) throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    Samples checkOuts = new Samples();
    long[] files = new long[1];
    for (int round = 0; round < CHECKOUTS; round++) {
      Hash root = roots.get(random.nextInt(roots.size()));
      try (OpenProjects projects = Workplace.projects()) {
        ProjectWorkspace workspace = (ProjectWorkspace) projects.open(file);
        checkOuts.time(() -> files[0] += walk(workspace.node(root)));
      }
    }
    Report.limit(
        "read all of an old commit, " + files[0] / CHECKOUTS + " files",
        checkOuts.median(),
        "ms",
        0);
  }

  private static long walk(Node root) {
    long files = 0;
    Deque<Node> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      Node node = left.pop();
      if (node.value() instanceof Value.OfBlob blob) {
        blob.blob().bytes();
        files++;
      }
      for (Entry entry : node.entries()) {
        left.push(entry.node());
      }
    }
    return files;
  }

  private static void forgetPeak() {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most heap that was in use, garbage included, in megabytes. */
  private static double peak() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
