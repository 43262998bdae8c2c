package org.fxd.graph.core.entries;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Hash;

/** A run of entries, or of references to chunks one level below. Immutable. */
public final class Chunk {
  private final boolean byName;
  private final int level;
  private final List<Item> items;
  private volatile Hash hash;

  /** A chunk of items in order; at least one. */
  Chunk(boolean byName, int level, List<Item> items) {
    this.byName = byName;
    this.level = level;
    this.items = List.copyOf(items);
  }

  /** Whether its keys are names. */
  public boolean byName() {
    return byName;
  }

  /** 0 if it holds entries, else how far above them it stands. */
  public int level() {
    return level;
  }

  /** The items in order. */
  public List<Item> items() {
    return items;
  }

  /** The key of the last item. */
  public Key last() {
    return items.get(items.size() - 1).key();
  }

  /** The SHA-256 of the encoding. */
  public Hash hash() {
    Hash known = hash;
    if (known == null) {
      known = Hash.ofContent(ChunkCodec.encode(this));
      hash = known;
    }
    return known;
  }

  /** Cuts a list of one level into chunks and gives the list of the level above. */
  static List<Item> cut(boolean byName, int level, List<Item> items) {
    List<Item> refs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < items.size(); i++) {
      if (i == items.size() - 1 || items.get(i).key().endsChunk(level)) {
        refs.add(ChunkRef.to(new Chunk(byName, level, items.subList(from, i + 1))));
        from = i + 1;
      }
    }
    return refs;
  }
}
