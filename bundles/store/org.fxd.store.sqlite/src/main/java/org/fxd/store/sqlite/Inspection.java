package org.fxd.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Inspector.Problem;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.EntryCursor;
import org.fxd.store.sqlite.sorted.Run;

/**
 * Looks at everything in a file, as of one moment: SQLite's own structure, every row, every frame
 * with every object in it, and whether the runs lead to them. Whatever is damaged, the rest is
 * looked at.
 */
final class Inspection {
  private static final int MOST_STRUCTURAL = 20;

  /** Of what SQLite says a person reads so much. */
  private static final int MOST_QUOTED = 3;

  private final Moment moment;
  private final Reader reader;
  private final Inspector inspector;
  private final Progress progress;
  private final Cancellation cancellation;
  private final PlaceAudit audit = new PlaceAudit();
  private final List<String> broken = new ArrayList<>();
  private final List<String> brokenIndex = new ArrayList<>();
  private final List<String> brokenMetadata = new ArrayList<>();
  private final LongPairs places = new LongPairs();

  Inspection(Moment moment, Inspector inspector, Progress progress, Cancellation cancellation) {
    this.moment = moment;
    this.reader = moment.reader();
    this.inspector = inspector;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Looks; what can be repaired is told by the caller, who knows whether it is.
   *
   * @param repair whether to find out what is needed for it
   */
  void run(boolean repair) throws SQLException, DamagedException {
    look("its structure", this::structure);
    look("its metadata", this::metadata);
    look("its runs", this::entries);
    audit.sorted();
    look("its last transactions", this::transactions);
    FrameWalk walk = new FrameWalk(reader, new Found(), cancellation);
    for (Table table : Table.values()) {
      look("its table " + table.sql(), () -> walk.walk(table, progress));
    }
    compare();
    look("its index", this::index);
    look("its references", this::refs);
    if (repair && !broken.isEmpty()) {
      collectPlaces();
    }
  }

  /** What cannot be read is a finding, and no reason not to look at the rest. */
  private void look(String what, Faults.Look part) throws SQLException {
    cancellation.check();
    try {
      Faults.looking(part);
    } catch (DamagedException e) {
      structural("Of " + what + ", not all can be read: " + e.getMessage());
    }
  }

  /** Whether something is wrong that can be put right. */
  boolean needsRepair() {
    return !broken.isEmpty() || !brokenIndex.isEmpty() || !brokenMetadata.isEmpty();
  }

  /** What is wrong with the runs that say where objects are. */
  List<String> broken() {
    return broken;
  }

  /** What is wrong with what concerns the file as a whole. */
  List<String> brokenMetadata() {
    return brokenMetadata;
  }

  /** What is wrong with the index. */
  List<String> brokenIndex() {
    return brokenIndex;
  }

  /**
   * Where all sound objects are, for runs to be made of; and what was said of damaged ones, so that
   * it is not forgotten that they should be there.
   */
  LongPairs places() {
    return places;
  }

  /** Again, since only now it is known that they are needed: they take much memory. */
  private void collectPlaces() throws SQLException, DamagedException {
    FrameWalk walk =
        new FrameWalk(
            reader,
            new FrameWalk.Visitor() {
              @Override
              public void sound(Place place, ObjectType type, Hash hash, byte[] bytes) {
                places.add(ObjectFinder.key(hash), place.packed());
              }

              @Override
              public void damaged(Place place, String why) {}

              @Override
              public void damagedFrame(Table table, long number, String why) {}
            },
            cancellation);
    for (Table table : Table.values()) {
      walk.walk(table, progress);
    }
    audit.damaged(places::add);
    audit.missing(places::add);
  }

  private void problem(String what) {
    inspector.problem(new Problem(what, Optional.empty()));
  }

  private void structural(String what) {
    inspector.problem(new Problem(what, Optional.empty(), true));
  }

  private void structure() throws SQLException {
    progress.phase("checking the structure", -1);
    List<String> said = new ArrayList<>();
    PreparedStatement check = reader.statements().of("PRAGMA quick_check(" + MOST_STRUCTURAL + ")");
    try (ResultSet rows = check.executeQuery()) {
      while (rows.next()) {
        rows.getString(1)
            .lines()
            .filter(line -> !line.equals("ok") && !line.startsWith("***") && !line.isBlank())
            .forEach(said::add);
      }
    }
    if (!said.isEmpty()) {
      int more = said.size() - MOST_QUOTED;
      structural(
          "The structure of the file is damaged: its pages are not tied together as they should be."
              + " In SQLite's words: "
              + String.join("; ", said.subList(0, Math.min(MOST_QUOTED, said.size())))
              + (more > 0 ? "; and " + more + " more" : ""));
    }
  }

  private void metadata() throws SQLException {
    String epoch = reader.epochText();
    if (!Epoch.isNumber(epoch)) {
      brokenMetadata.add("The metadatum '" + Schema.EPOCH + "' is no number");
    }
  }

  private void entries() throws SQLException, DamagedException {
    Set<Long> known = new HashSet<>();
    for (Run run : moment.state().objectRuns()) {
      known.add(run.id());
      try {
        Faults.looking(() -> entries(run));
      } catch (DamagedException e) {
        broken.add(
            "The run "
                + run.id()
                + ", which says where objects are, is damaged: "
                + e.getMessage());
      }
    }
    moment.state().indexRuns().forEach(run -> known.add(run.id()));
    OptionalLong stray = reader.strayBlock(known);
    if (stray.isPresent()) {
      String what = "There are blocks of a run " + stray.getAsLong() + ", which is missing";
      broken.add(what);
      brokenIndex.add(what + ": it may have been a part of the index");
    }
  }

  private void entries(Run run) throws SQLException, DamagedException {
    EntryCursor entries = Blocks.unkept(reader.statements()).all(run);
    long count = 0;
    while (entries.next()) {
      cancellation.check();
      long place = Place.packed(entries.value());
      Place.of(place);
      audit.add(ObjectFinder.key(entries.key()), place);
      count++;
    }
    if (count != run.entries()) {
      throw new DamagedException("it has " + count + " entries instead of " + run.entries());
    }
  }

  private void transactions() throws SQLException, DamagedException {
    long[] ids = reader.ids("transactions");
    progress.phase("checking the last transactions", ids.length);
    for (int i = 0; i < ids.length; i++) {
      long id = ids[i];
      if (i > 0 && id != ids[i - 1] + 1) {
        problem("Of its last transactions, transaction " + (ids[i - 1] + 1) + " is missing");
      }
      progress.advance(1);
      look(
          "its last transactions",
          () ->
              reader
                  .transaction(id)
                  .ifPresent(transaction -> transaction.objects().forEach(this::loose)));
    }
  }

  private void loose(LooseObject object) {
    if (Hash.ofContent(object.bytes()).equals(object.hash())) {
      tell(object.type(), object.hash(), object.bytes());
    } else {
      problem(object.hash() + " stands in a transaction with other content");
    }
  }

  private void tell(ObjectType type, Hash hash, byte[] bytes) {
    inspector.object(type, hash, type == ObjectType.BLOB ? Optional.empty() : Optional.of(bytes));
  }

  /** What no run leads to is nobody's: it was not kept, or a compaction was ended in between. */
  private final class Found implements FrameWalk.Visitor {
    @Override
    public void sound(Place place, ObjectType type, Hash hash, byte[] bytes) {
      if (audit.meet(ObjectFinder.key(hash), place.packed())) {
        tell(type, hash, bytes);
      }
    }

    @Override
    public void damaged(Place place, String why) {
      if (audit.damage(place.packed())) {
        problem(
            "The object "
                + place.slot()
                + " of frame "
                + place.frame()
                + " of "
                + place.table().sql()
                + " is damaged: "
                + why);
      }
    }

    @Override
    public void damagedFrame(Table table, long number, String why) {
      int lost = audit.damageFrame(number);
      if (lost > 0) {
        problem(
            "The frame "
                + number
                + " of "
                + table.sql()
                + " is damaged: "
                + why
                + "; "
                + (lost == 1 ? "1 object" : lost + " objects")
                + " stood in it");
      }
    }
  }

  /** What leads to nothing is a loss; what leads to something else can be put right. */
  private void compare() {
    List<Long> wrong = new ArrayList<>();
    audit.wrong((key, place) -> wrong.add(place));
    if (!wrong.isEmpty()) {
      broken.add(
          wrong.size() == 1
              ? "1 entry of the runs leads to another object than it says"
              : wrong.size() + " entries of the runs lead to other objects than they say");
    }
    List<Long> missing = new ArrayList<>();
    audit.missing((key, place) -> missing.add(place));
    if (!missing.isEmpty()) {
      long frame = Place.frame(missing.get(0));
      problem(
          missing.size() == 1
              ? "1 object is gone from where it stood, in frame " + frame
              : missing.size()
                  + " objects are gone from where they stood, one of them in frame "
                  + frame);
    }
  }

  private void index() throws SQLException {
    progress.phase("checking the index", -1);
    for (Run run : moment.state().indexRuns()) {
      try {
        Faults.looking(() -> indexEntries(run));
      } catch (DamagedException e) {
        brokenIndex.add("The run " + run.id() + " of the index is damaged: " + e.getMessage());
      }
    }
  }

  private void indexEntries(Run run) throws SQLException, DamagedException {
    EntryCursor entries = Blocks.unkept(reader.statements()).all(run);
    long count = 0;
    while (entries.next()) {
      cancellation.check();
      count++;
    }
    if (count != run.entries()) {
      throw new DamagedException("it has " + count + " entries instead of " + run.entries());
    }
  }

  /** Each as it is now: what the last transactions say of it counts. */
  private void refs() throws SQLException, DamagedException {
    Map<String, Hash> moved = moment.state().refs();
    moved.forEach(this::ref);
    reader.refs(
        new Reader.RefSink() {
          @Override
          public void accept(String name, Hash hash) {
            if (!moved.containsKey(name)) {
              ref(name, hash);
            }
          }

          @Override
          public void damaged(DamagedException why) {
            problem("A reference is damaged: " + why.getMessage());
          }
        });
  }

  private void ref(String name, Hash hash) {
    if (!hash.equals(Hash.ZERO)) {
      inspector.ref(name, hash);
    }
  }
}
