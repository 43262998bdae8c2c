package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.Merge;
import org.fxd.store.sqlite.sorted.MergePolicy;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.RunTable;
import org.fxd.store.sqlite.sorted.RunWriter;
import org.fxd.store.sqlite.sorted.RunWriter.BuiltBlock;
import org.fxd.store.sqlite.sorted.Space;

/**
 * Makes several runs one, where there are many. The new run's blocks are made out of what a reader
 * sees, while others go on; only then are they written.
 */
final class RunMerging {
  private final Writing writing;

  RunMerging(Writing writing) {
    this.writing = writing;
  }

  private record Built(Run run, List<BuiltBlock> blocks, List<Run> merged) {}

  /** Merges until there is nothing to merge. */
  void run() {
    for (Space space : Space.values()) {
      Optional<MergePolicy.Choice> choice = MergePolicy.next(writing.line().durable().runs(space));
      while (choice.isPresent()) {
        merge(space, choice.get());
        choice = MergePolicy.next(writing.line().durable().runs(space));
      }
    }
  }

  private void merge(Space space, MergePolicy.Choice choice) {
    Built built = writing.reading().now(moment -> build(space, choice, moment.reader()));
    writing.change(
        before -> {
          List<Run> runs = new ArrayList<>(before.runs(space));
          int at = runs.indexOf(built.merged.get(0));
          if (at < 0 || !runs.containsAll(built.merged)) {
            return before; // Someone else has made them one with others meanwhile.
          }
          RunTable table = new RunTable(writing.writer().statements());
          for (Run merged : built.merged) {
            table.remove(merged.id());
          }
          for (BuiltBlock block : built.blocks) {
            table.add(built.run.id(), block);
          }
          runs.removeAll(built.merged);
          if (built.run.entries() > 0) {
            table.add(built.run);
            runs.add(at, built.run);
          }
          return before.with(space, runs);
        });
    built.merged.forEach(run -> writing.caches().blocks().forget(run.id()));
  }

  private Built build(Space space, MergePolicy.Choice choice, Reader reader)
      throws SQLException, DamagedException {
    List<BuiltBlock> blocks = new ArrayList<>();
    RunWriter into = new RunWriter(space, blocks::add);
    into.addAll(Merge.of(space, Overlay.EMPTY, choice, Blocks.unkept(reader.statements())));
    RunWriter.Totals totals = into.finish();
    Run run =
        new Run(
            writing.numbers().nextRun(), space, choice.rank(), totals.entries(), totals.bytes());
    return new Built(run, blocks, choice.runs());
  }
}
