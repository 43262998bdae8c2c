package org.fxd.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.core.select.TreeSelectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One edit, and until a watcher of a selector that finds half of all nodes was told of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WatchBenchmark {
  /** How many nodes. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int size;

  /** Where the project is kept. */
  @Param("memory")
  public String store;

  private final AtomicInteger told = new AtomicInteger();
  private Project project;

  /** Fills the project, and watches. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    project = new Project(store, size);
    TreeSelectors selectors = new TreeSelectors(project.projectors());
    project
        .watchers()
        .watch(
            "benchmark",
            new WatchTarget.OfSelector(selectors.compile(".method[lang=java]")),
            event -> told.addAndGet(event.nodes().size()));
  }

  /** Takes it away. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    project.close();
  }

  /** An edit, and the telling. */
  @Benchmark
  public int watch() throws InterruptedException {
    int before = told.get();
    project.edit();
    if (!project.workspace().awaitObservers(Duration.ofMinutes(1)) || told.get() == before) {
      throw new IllegalStateException("The watcher was not told");
    }
    return told.get();
  }
}
