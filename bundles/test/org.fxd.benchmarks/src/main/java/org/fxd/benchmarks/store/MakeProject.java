package org.fxd.benchmarks.store;

import java.nio.file.Path;
import org.fxd.benchmarks.Arguments;

/** Makes a project of some megabytes, for others to open. */
public final class MakeProject {
  private MakeProject() {}

  /** Makes it: {@code sizes=} says how large, {@code work=} is the file. */
  public static void main(String[] given) throws Exception {
    Arguments arguments = Arguments.of(given);
    Path file = arguments.work();
    RealCode code = RealCode.read(arguments.source(), arguments.sizes().get(0) * 1_000_000L);
    Workplace.save(file, new CodeTree(code, false).root());
  }
}
