package org.fxd.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.core.GraphNodes;
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

/** One edit of one snippet, and the difference of the states before and after. Has to be flat. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EditBenchmark {
  /** How many nodes. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int size;

  /** Where the project is kept. */
  @Param({"memory", "file"})
  public String store;

  private final GraphNodes nodes = new GraphNodes();
  private Project project;
  private Change change;

  /** Fills the project. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    project = new Project(store, size);
    change = project.edit();
  }

  /** Takes it away. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    project.close();
  }

  /** An edit, durable. */
  @Benchmark
  public Change edit() {
    return project.edit();
  }

  /** All differences of two neighbouring states. */
  @Benchmark
  public int diff() {
    int[] count = new int[1];
    nodes.compare(
        change.before().root(),
        change.after().root(),
        found -> {
          count[0]++;
          return true;
        });
    return count[0];
  }
}
