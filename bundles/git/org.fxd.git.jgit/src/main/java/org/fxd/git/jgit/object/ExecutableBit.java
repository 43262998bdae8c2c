package org.fxd.git.jgit.object;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;

/** Whether a file may be executed. */
public final class ExecutableBit {
  private ExecutableBit() {}

  /** Whether a file's node says so. */
  public static boolean of(Node file) {
    return file.metadata(FileMeta.EXECUTABLE).equals(Value.of(true));
  }

  /** The same file that says so, or does not; the very node, if it is right. */
  public static Node set(Node file, boolean executable) {
    Value bit = executable ? Value.of(true) : Value.NONE;
    return file.metadata(FileMeta.EXECUTABLE).equals(bit)
        ? file
        : file.builder().metadata(FileMeta.EXECUTABLE, bit).build();
  }
}
