package org.fxd.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectType;

/** Tells an inspector all but problems, which are held: they may be told once more, or repaired. */
final class HeldProblems implements Inspector {
  private final Inspector inspector;
  private final List<Problem> problems = new ArrayList<>();

  HeldProblems(Inspector inspector) {
    this.inspector = inspector;
  }

  @Override
  public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
    inspector.object(type, hash, bytes);
  }

  @Override
  public void ref(String name, Hash hash) {
    inspector.ref(name, hash);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Tells the problems, too. */
  void tell() {
    problems.forEach(inspector::problem);
  }
}
