package org.fxd.shell.call;

import java.nio.file.Path;
import org.fxd.graph.api.error.Quoting;
import org.fxd.store.api.HeldException;

/** What is said of a project that someone else has open. */
public final class HeldProject {
  private HeldProject() {}

  /** The same refusal, with what to do in this shell. */
  public static HeldException explained(Path file, HeldException refusal) {
    return refusal.isHere()
        ? refusal
        : new HeldException(
            refusal.getMessage(),
            "close it there; meanwhile it can be read: fxd:open "
                + Quoting.quote(file)
                + " --read-only",
            false);
  }

  /** That it was opened only to be read, and who has it. */
  public static String note(Path file, HeldException refusal) {
    String who = String.valueOf(refusal.getMessage()).replaceFirst("^Cannot open .*?: ", "");
    return file + " is open here only to be read: " + who + "; what is changed there shows here";
  }
}
