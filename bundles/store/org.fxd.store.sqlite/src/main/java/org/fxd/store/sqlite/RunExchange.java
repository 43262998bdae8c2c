package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
 * Puts one run in the place of all runs of a space, in one transaction. The caller has the turn,
 * and nothing durable stands by itself.
 */
final class RunExchange {
  private final Writing writing;

  RunExchange(Writing writing) {
    this.writing = writing;
  }

  /** What a run is filled with. */
  @FunctionalInterface
  private interface Filling {
    void into(RunWriter run) throws SQLException, DamagedException;
  }

  /**
   * Replaces all that say where objects are.
   *
   * @param places where objects are from now on; they are put in order
   */
  void places(LongPairs places) {
    places.sort(ObjectFinder.KEY_BITS);
    exchange(
        Space.OBJECTS,
        run -> {
          PlaceEntries entries = new PlaceEntries(places);
          while (entries.hasNext()) {
            run.add(entries.next());
          }
        });
  }

  /** Makes the index one run, without what was removed. */
  void mergeIndex() {
    List<Run> runs = writing.line().durable().indexRuns();
    if (runs.size() > 1) {
      writing
          .reading()
          .now(
              moment -> {
                exchange(
                    Space.INDEX,
                    run ->
                        run.addAll(
                            Merge.of(
                                Space.INDEX,
                                Overlay.EMPTY,
                                MergePolicy.all(runs),
                                Blocks.unkept(moment.reader().statements()))));
                return null;
              });
    }
  }

  /** Empties the index. */
  void dropIndex() {
    exchange(Space.INDEX, run -> {});
  }

  private void exchange(Space space, Filling filling) {
    List<BuiltBlock> blocks = new ArrayList<>();
    long id = writing.numbers().nextRun();
    List<Run> gone = new ArrayList<>();
    writing.change(
        before -> {
          RunWriter writer = new RunWriter(space, blocks::add);
          filling.into(writer);
          RunWriter.Totals totals = writer.finish();
          RunTable table = new RunTable(writing.writer().statements());
          gone.addAll(before.runs(space));
          for (Run run : gone) {
            table.remove(run.id());
          }
          for (BuiltBlock block : blocks) {
            table.add(id, block);
          }
          List<Run> one = List.of();
          if (!blocks.isEmpty()) {
            Run run = new Run(id, space, id, totals.entries(), totals.bytes());
            table.add(run);
            one = List.of(run);
          }
          return before.with(space, one);
        });
    gone.forEach(run -> writing.caches().blocks().forget(run.id()));
  }
}
