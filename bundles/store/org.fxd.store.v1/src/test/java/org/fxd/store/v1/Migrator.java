package org.fxd.store.v1;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;

/**
 * A program that changes a project, and is dead at once when it comes to a step that files need.
 */
final class Migrator {
  private Migrator() {}

  /** Takes the file, and the number of the step after opening: 0 is the first. */
  public static void main(String[] arguments) {
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    Workspace workspace =
        Providers.projects(
                step -> {
                  if (left.getAndDecrement() == 0) {
                    Runtime.getRuntime().halt(9);
                  }
                })
            .open(Path.of(arguments[0]));
    left.set(Integer.parseInt(arguments[1]));
    workspace.change(
        new Origin("Ada", "test"),
        "set",
        transaction ->
            transaction
                .root()
                .child(Name.of("code"))
                .child(Name.of("greet"))
                .value(Value.of("let b;")));
    Runtime.getRuntime().halt(0);
  }
}
