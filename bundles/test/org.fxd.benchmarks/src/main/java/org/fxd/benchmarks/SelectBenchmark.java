package org.fxd.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
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

/** Questions that find a handful of nodes, answered from the index. Has to be flat. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SelectBenchmark {
  /** How many nodes. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int size;

  /** Where the project is kept. */
  @Param({"memory", "file"})
  public String store;

  private Project project;
  private Finder finder;
  private Selector byFile;
  private Selector byName;

  /** Fills the project. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    project = new Project(store, size);
    finder = project.finder();
    Shape shape = new Shape(size);
    int file = shape.files() / 2;
    TreeSelectors selectors = new TreeSelectors(project.projectors());
    byFile = selectors.compile(".snippet[lang=java][file=\"" + shape.path(file) + "\"]");
    byName = selectors.compile(".file[name=\"" + Shape.name(file) + "\"] > .method[name=method3]");
  }

  /** Takes it away. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    project.close();
  }

  /** All nine snippets of a file, by its path. */
  @Benchmark
  public List<Match> selectByFile() {
    return checked(finder.select(project.workspace().root(), byFile), 9);
  }

  /** One snippet, by its own name and its file's. */
  @Benchmark
  public List<Match> selectByName() {
    return checked(finder.select(project.workspace().root(), byName), 1);
  }

  /** One snippet, by its id. */
  @Benchmark
  public Optional<Match> findById() {
    return finder.find(project.workspace().root(), Shape.snippet(new Shape(size).files() / 2, 4));
  }

  private static List<Match> checked(List<Match> found, int expected) {
    if (found.size() != expected) {
      throw new IllegalStateException("Found " + found.size() + " instead of " + expected);
    }
    return found;
  }
}
