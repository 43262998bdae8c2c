package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.EntryCursor;
import org.fxd.store.sqlite.sorted.Merge;
import org.fxd.store.sqlite.sorted.MergePolicy;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.Space;

/**
 * Makes anew what says where objects are, out of the objects, and copies the index if all of it is
 * whole.
 */
final class SalvagedRuns {
  private final Reader from;
  private final Writer to;
  private final Numbers numbers;
  private final SalvageTask task;
  private final List<Run> objectRuns = new ArrayList<>();
  private final List<Run> indexRuns = new ArrayList<>();

  /** What is wrong with the rows of runs, if anything is. */
  private Optional<String> damage = Optional.empty();

  SalvagedRuns(Reader from, Writer to, Numbers numbers, SalvageTask task) {
    this.from = from;
    this.to = to;
    this.numbers = numbers;
    this.task = task;
  }

  /**
   * Copies.
   *
   * @param frames the numbers of the frames that were copied
   */
  void copy(Map<Table, long[]> frames) throws SQLException, DamagedException {
    list();
    damage.ifPresent(
        what -> task.repaired(what, "It was made anew out of the objects themselves."));
    LongPairs places = places(frames);
    if (places.size() > 0) {
      places.sort(ObjectFinder.KEY_BITS);
      new RunRows(to, numbers).write(Space.OBJECTS, new PlaceEntries(places));
    }
    index();
  }

  private void list() throws SQLException {
    try {
      Faults.looking(this::listSound);
      Set<Long> known = new HashSet<>();
      objectRuns.forEach(run -> known.add(run.id()));
      indexRuns.forEach(run -> known.add(run.id()));
      if (damage.isEmpty() && from.strayBlock(known).isPresent()) {
        damage = Optional.of("There are blocks of runs that are missing");
      }
    } catch (DamagedException e) {
      damage = Optional.of("The list of runs is damaged: " + e.getMessage());
    }
    objectRuns.sort(Run.NEWEST_FIRST);
    indexRuns.sort(Run.NEWEST_FIRST);
  }

  /** One by one, so that one that is damaged does not hide the others. */
  private void listSound() throws SQLException, DamagedException {
    long highest = from.highest("runs");
    for (long id : ReadableIds.of(from, "runs").toArray()) {
      Optional<Run> run = from.run(id);
      if (run.isPresent() && StateReading.isSound(run.get(), highest)) {
        (run.get().space() == Space.OBJECTS ? objectRuns : indexRuns).add(run.get());
      } else {
        damage = Optional.of("The row of run " + id + " holds numbers that cannot be");
      }
    }
  }

  /** Where all sound objects are, and what was said of those that are damaged. */
  private LongPairs places(Map<Table, long[]> frames) throws SQLException, DamagedException {
    PlaceAudit audit = new PlaceAudit();
    for (Run run : objectRuns) {
      try {
        Faults.looking(() -> entries(run, audit));
      } catch (DamagedException e) {
        task.repaired(
            "The run " + run.id() + ", which says where objects are, is damaged: " + e.getMessage(),
            "It was made anew out of the objects themselves.");
      }
    }
    audit.sorted();
    LongPairs places = new LongPairs();
    FrameWalk walk = new FrameWalk(from, collecting(places, audit), task.cancellation());
    for (Map.Entry<Table, long[]> each : frames.entrySet()) {
      walk.walk(each.getKey(), each.getValue(), task.progress());
    }
    audit.damaged(places::add);
    audit.missing(places::add);
    return places;
  }

  private void entries(Run run, PlaceAudit audit) throws SQLException, DamagedException {
    EntryCursor entries = Blocks.unkept(from.statements()).all(run);
    while (entries.next()) {
      task.cancellation().check();
      long place = Place.packed(entries.value());
      Place.of(place);
      audit.add(ObjectFinder.key(entries.key()), place);
    }
  }

  private static FrameWalk.Visitor collecting(LongPairs places, PlaceAudit audit) {
    return new FrameWalk.Visitor() {
      @Override
      public void sound(Place place, ObjectType type, Hash hash, byte[] bytes) {
        audit.meet(ObjectFinder.key(hash), place.packed());
        places.add(ObjectFinder.key(hash), place.packed());
      }

      @Override
      public void damaged(Place place, String why) {
        audit.damage(place.packed());
      }

      @Override
      public void damagedFrame(Table table, long number, String why) {
        audit.damageFrame(number);
      }
    };
  }

  private void index() throws SQLException {
    if (damage.isPresent()) {
      task.repaired("The index may not be whole.", "It was emptied, to be made anew.");
      return;
    }
    if (indexRuns.isEmpty()) {
      return;
    }
    to.statements().run("SAVEPOINT salvaged");
    try {
      Faults.looking(
          () ->
              new RunRows(to, numbers)
                  .write(
                      Space.INDEX,
                      Merge.of(
                          Space.INDEX,
                          Overlay.EMPTY,
                          MergePolicy.all(indexRuns),
                          Blocks.unkept(from.statements()))));
    } catch (DamagedException e) {
      to.statements().run("ROLLBACK TO salvaged");
      task.repaired("The index is damaged: " + e.getMessage(), "It was emptied, to be made anew.");
    }
    to.statements().run("RELEASE salvaged");
  }
}
