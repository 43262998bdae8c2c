package org.fxd.shell.call;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Runs a line of the Gogo language, for those who ask for it with {@code gogo:}. */
public interface Gogo {
  /** Calls one of this shell's commands from within a Gogo script. */
  interface Calls {
    /** Runs a command and returns its exit code. */
    int call(List<String> words, InputStream in, OutputStream out);
  }

  /**
   * Runs a script.
   *
   * @param script what stands behind the prefix
   * @param names the commands that the script may call
   * @param calls calls them
   * @return the exit code
   */
  int run(
      String script,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Iterable<String> names,
      Calls calls);
}
