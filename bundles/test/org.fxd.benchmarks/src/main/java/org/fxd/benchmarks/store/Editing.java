package org.fxd.benchmarks.store;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.Workspace;

/** Changes snippets of a project, one a transaction. Safe for use by any number of threads. */
final class Editing {
  private final Workspace workspace;
  private final List<RealCode> codes;

  /**
   * Changes.
   *
   * @param codes what the project was made of
   */
  Editing(Workspace workspace, List<RealCode> codes) {
    this.workspace = workspace;
    this.codes = List.copyOf(codes);
  }

  /** Gives a snippet somewhere another first line, though others may be at the same one. */
  void edit() {
    while (true) {
      try {
        edit(ThreadLocalRandom.current().nextLong());
        return;
      } catch (ConflictException e) {
        // Two have met. One of them goes elsewhere.
      }
    }
  }

  /** The same, where a number says what. */
  void edit(long number) {
    SplittableRandom random = new SplittableRandom(number);
    RealCode code = codes.get(random.nextInt(codes.size()));
    RealCode.File file = code.files().get(random.nextInt(code.files().size()));
    int snippet = random.nextInt(file.texts().size());
    String text = "// " + number + "\n" + file.texts().get(snippet);
    workspace.change(
        Workplace.ORIGIN,
        "edit",
        transaction -> {
          NodeBuilder node = transaction.root().child(Name.of(Workspace.CODE));
          for (String step : file.path().split("/")) {
            node = node.child(Name.of(step));
          }
          node.child(CodeTree.snippet(file, snippet)).value(Value.of(text));
        });
  }
}
