package org.fxd.graph.core.entries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.Entry;

/** The entries of one node, by key. Immutable; versions share their chunks. */
public final class EntryMap {
  /** The most items that the top list has; a list that is longer is cut into chunks. */
  public static final int INLINE = 64;

  private static final EntryMap NO_NAMES = new EntryMap(true, 0, List.of());
  private static final EntryMap NO_PLACES = new EntryMap(false, 0, List.of());

  private final boolean byName;
  private final int height;
  private final List<Item> items;
  private final long size;

  EntryMap(boolean byName, int height, List<Item> items) {
    this.byName = byName;
    this.height = height;
    this.items = List.copyOf(items);
    long count = 0;
    for (Item item : items) {
      count += item.count();
    }
    this.size = count;
  }

  /** No entries. */
  public static EntryMap empty(boolean byName) {
    return byName ? NO_NAMES : NO_PLACES;
  }

  /**
   * A map of entries.
   *
   * @param leaves in any order, each key once
   */
  public static EntryMap of(boolean byName, List<Leaf> leaves) {
    List<Item> items = new ArrayList<>(leaves);
    items.sort(Comparator.comparing(Item::key));
    return of(byName, 0, items);
  }

  /** The map whose list of one level is given. */
  static EntryMap of(boolean byName, int level, List<Item> list) {
    int height = level;
    List<Item> top = list;
    while (top.size() > INLINE) {
      top = Chunk.cut(byName, height++, top);
    }
    while (height > 0) {
      Optional<List<Item>> below = below(top);
      if (below.isEmpty()) {
        break;
      }
      top = below.get();
      height--;
    }
    return new EntryMap(byName, height, top);
  }

  /** The list one level below, if it is short enough to be the top list itself. */
  private static Optional<List<Item>> below(List<Item> refs) {
    long entries = 0;
    for (Item ref : refs) {
      entries += ref.count();
    }
    List<Item> list = new ArrayList<>();
    for (Item item : refs) {
      ChunkRef ref = (ChunkRef) item;
      if (ref.level() == 0 && entries > INLINE) {
        return Optional.empty();
      }
      list.addAll(ref.chunk().items());
      if (list.size() > INLINE) {
        return Optional.empty();
      }
    }
    return Optional.of(list);
  }

  /** Whether the keys are names. */
  public boolean byName() {
    return byName;
  }

  /** How many levels of chunks there are. */
  public int height() {
    return height;
  }

  /** The top list. */
  public List<Item> items() {
    return items;
  }

  /** How many entries there are. */
  public long size() {
    return size;
  }

  /** The entry with a key. */
  public Optional<Leaf> get(Key key) {
    List<Item> list = items;
    while (true) {
      int at = search(list, key);
      if (at == list.size()) {
        return Optional.empty();
      }
      Item item = list.get(at);
      if (item instanceof Leaf leaf) {
        return leaf.compareTo(key) == 0 ? Optional.of(leaf) : Optional.empty();
      }
      list = ((ChunkRef) item).chunk().items();
    }
  }

  /** The entry with the greatest key. */
  public Optional<Leaf> last() {
    List<Item> list = items;
    while (!list.isEmpty()) {
      Item item = list.get(list.size() - 1);
      if (item instanceof Leaf leaf) {
        return Optional.of(leaf);
      }
      list = ((ChunkRef) item).chunk().items();
    }
    return Optional.empty();
  }

  /** The entry with the greatest key below one. */
  public Optional<Leaf> before(Key key) {
    Optional<Item> found = Optional.empty();
    List<Item> list = items;
    while (true) {
      int at = search(list, key);
      if (at > 0) {
        found = Optional.of(list.get(at - 1));
      }
      if (at == list.size() || list.get(at) instanceof Leaf) {
        return found.map(EntryMap::lastOf);
      }
      list = ((ChunkRef) list.get(at)).chunk().items();
    }
  }

  private static Leaf lastOf(Item item) {
    Item last = item;
    while (last instanceof ChunkRef ref) {
      List<Item> inside = ref.chunk().items();
      last = inside.get(inside.size() - 1);
    }
    return (Leaf) last;
  }

  /** The entry with the least key above one. */
  public Optional<Leaf> after(Key key) {
    List<Item> list = items;
    while (true) {
      int at = search(list, key);
      if (at < list.size() && list.get(at).compareTo(key) == 0) {
        at++;
      }
      if (at == list.size()) {
        return Optional.empty();
      }
      if (list.get(at) instanceof Leaf leaf) {
        return Optional.of(leaf);
      }
      list = ((ChunkRef) list.get(at)).chunk().items();
    }
  }

  /** The entries in order; reads as it goes. */
  public Iterator<Leaf> iterator() {
    Cursor cursor = new Cursor(items);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return cursor.present();
      }

      @Override
      public Leaf next() {
        return cursor.nextLeaf();
      }
    };
  }

  /** The entries as the API gives them. */
  public Iterable<Entry> entries() {
    return () -> {
      Iterator<Leaf> leaves = iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return leaves.hasNext();
        }

        @Override
        public Entry next() {
          return leaves.next().entry();
        }
      };
    };
  }

  /** This map with entries put (a leaf) and removed (nothing) at keys. */
  public EntryMap with(SortedMap<Key, Optional<Leaf>> edits) {
    return edits.isEmpty() ? this : new Rewrite(this).apply(edits);
  }

  /** The index of the first item whose key is not below one; the list's size if there is none. */
  static int search(List<Item> list, Key key) {
    int low = 0;
    int high = list.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (list.get(middle).compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
