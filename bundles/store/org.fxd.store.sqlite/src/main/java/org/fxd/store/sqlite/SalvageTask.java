package org.fxd.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Inspector.Problem;

/** Who wants something salvaged; told of what was wrong when it is done, and not if it fails. */
final class SalvageTask {
  private final Inspector inspector;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Problem> problems = new ArrayList<>();

  SalvageTask(Inspector inspector, Progress progress, Cancellation cancellation) {
    this.inspector = inspector;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  Progress progress() {
    return progress;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Something is lost. */
  void lost(String what) {
    problems.add(new Problem(what, Optional.empty()));
  }

  /** Something was damaged, and is no more. */
  void repaired(String what, String how) {
    problems.add(new Problem(what, Optional.of(how)));
  }

  /** Tells of all of it. */
  void tell() {
    problems.forEach(inspector::problem);
  }
}
