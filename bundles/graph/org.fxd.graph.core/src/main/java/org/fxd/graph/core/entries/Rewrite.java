package org.fxd.graph.core.entries;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Edits a map. The edits of one level make new chunks, which are the edits of the level above, and
 * so on up to the top list. Only chunks that an edit falls into, and their neighbours where one no
 * longer ends where it did, are read.
 */
final class Rewrite {
  private final EntryMap map;

  Rewrite(EntryMap map) {
    this.map = map;
  }

  EntryMap apply(SortedMap<Key, Optional<Leaf>> edits) {
    SortedMap<Key, Optional<Item>> changes = new TreeMap<>();
    edits.forEach((key, leaf) -> changes.put(key, leaf.map(present -> present)));
    SortedMap<Key, Optional<Item>> here = changes;
    for (int level = 0; level < map.height(); level++) {
      here = rewrite(level, here);
    }
    List<Item> top = new ArrayList<>();
    new Edits(here).mergeRest(map.items(), top);
    return EntryMap.of(map.byName(), map.height(), top);
  }

  /** Edits the chunks of one level; gives the edits of the list above. */
  private SortedMap<Key, Optional<Item>> rewrite(int level, SortedMap<Key, Optional<Item>> here) {
    SortedMap<Key, Optional<Item>> above = new TreeMap<>();
    Edits edits = new Edits(here);
    while (edits.present()) {
      // One run: from the chunk of the next edit to the first chunk that ends where it should.
      List<Item> run = new ArrayList<>();
      Cursor cursor = Cursor.at(map, level, edits.key());
      boolean whole = false;
      while (!whole) {
        ChunkRef ref = (ChunkRef) cursor.peek();
        skipOnLevel(cursor, level);
        above.put(ref.key(), Optional.empty());
        if (cursor.present()) {
          edits.merge(ref.chunk().items(), run);
          whole = run.isEmpty() || run.get(run.size() - 1).key().endsChunk(level);
        } else {
          edits.mergeRest(ref.chunk().items(), run);
          whole = true;
        }
      }
      for (Item ref : Chunk.cut(map.byName(), level, run)) {
        above.put(ref.key(), Optional.of(ref));
      }
    }
    return above;
  }

  /** Goes to the next chunk of the level, down from the levels above where one of them ends. */
  private static void skipOnLevel(Cursor cursor, int level) {
    cursor.skip();
    while (cursor.present() && ((ChunkRef) cursor.peek()).level() > level) {
      cursor.expand();
    }
  }

  /** Edits in order, taken one by one. */
  private static final class Edits {
    private final Iterator<Map.Entry<Key, Optional<Item>>> rest;
    private Map.Entry<Key, Optional<Item>> next;

    Edits(SortedMap<Key, Optional<Item>> edits) {
      rest = edits.entrySet().iterator();
      advance();
    }

    boolean present() {
      return next != null;
    }

    Key key() {
      return next.getKey();
    }

    /** Merges items with the edits up to the last of them. */
    void merge(List<Item> items, List<Item> into) {
      for (Item item : items) {
        mergeBelow(item, into);
        if (present() && item.compareTo(key()) == 0) {
          next.getValue().ifPresent(into::add);
          advance();
        } else {
          into.add(item);
        }
      }
    }

    /** Merges items with all edits that are left. */
    void mergeRest(List<Item> items, List<Item> into) {
      merge(items, into);
      while (present()) {
        next.getValue().ifPresent(into::add);
        advance();
      }
    }

    private void mergeBelow(Item item, List<Item> into) {
      while (present() && item.compareTo(key()) > 0) {
        next.getValue().ifPresent(into::add);
        advance();
      }
    }

    private void advance() {
      next = rest.hasNext() ? rest.next() : null;
    }
  }
}
