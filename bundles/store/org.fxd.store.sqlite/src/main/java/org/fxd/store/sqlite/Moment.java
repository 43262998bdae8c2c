package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.sorted.Blocks;
import org.fxd.store.sqlite.sorted.Overlay;
import org.fxd.store.sqlite.sorted.SortedEntries;
import org.fxd.store.sqlite.sorted.Space;

/**
 * A store as of one moment: what a pinned reader sees, and the state that goes with it. For one
 * thread.
 */
final class Moment {
  private final Reader reader;
  private final State state;
  private final States.Objects loose;
  private final Caches caches;

  Moment(Reader reader, States.Known known, Caches caches) {
    this.reader = reader;
    this.state = known.state();
    this.loose = known.loose();
    this.caches = caches;
  }

  Reader reader() {
    return reader;
  }

  State state() {
    return state;
  }

  /** An object of a transaction that stands by itself. */
  Optional<LooseObject> loose(Hash hash) {
    return loose.get(hash);
  }

  /** All objects of transactions that stand by themselves. */
  Stream<LooseObject> loose() {
    return loose.all();
  }

  /** Finds objects in frames. */
  ObjectFinder frames() {
    return frames(reader, state, caches);
  }

  static ObjectFinder frames(Reader reader, State state, Caches caches) {
    SortedEntries places =
        new SortedEntries(
            Space.OBJECTS,
            Overlay.EMPTY,
            state.objectRuns(),
            new Blocks(reader.statements(), caches.blocks()));
    return new ObjectFinder(reader, places, caches.frames());
  }

  /** The index. */
  SortedEntries index() {
    return new SortedEntries(
        Space.INDEX,
        state.index(),
        state.indexRuns(),
        new Blocks(reader.statements(), caches.blocks()));
  }

  /** What a reference holds. */
  Optional<Hash> ref(String name) throws SQLException, DamagedException {
    Optional<Hash> moved = state.ref(name);
    return moved.isPresent() ? moved.filter(hash -> !hash.equals(Hash.ZERO)) : reader.ref(name);
  }
}
