package org.fxd.benchmarks;

import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Hash;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Building a tree from nothing, hashes included. Grows with the tree; look at the time per node.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class BuildBenchmark {
  /** How many nodes. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int size;

  /** The whole tree. */
  @Benchmark
  public Hash build() {
    return new Shape(size).root().hash();
  }
}
