package org.fxd.graph.core.entries;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.codec.ByteReader;
import org.fxd.graph.core.codec.ByteWriter;
import org.fxd.store.api.ObjectType;

/** The bytes of chunks, and of the top list of entries in a node. */
public final class ChunkCodec {
  /** The version of the encoding. */
  static final int VERSION = 1;

  /** No honest map is higher: no key ends a chunk of a level above this. */
  static final int MAX_LEVEL = 11;

  private static final int BY_NAME = 0;
  private static final int BY_PLACE = 1;

  private ChunkCodec() {}

  /** The canonical encoding of a chunk. */
  public static byte[] encode(Chunk chunk) {
    ByteWriter out = new ByteWriter(80 * chunk.items().size());
    out.octet(ObjectType.CHUNK.code()).octet(VERSION);
    out.octet(chunk.byName() ? BY_NAME : BY_PLACE).octet(chunk.level());
    items(out, chunk.items());
    return out.toBytes();
  }

  /**
   * Reads a chunk.
   *
   * @throws IllegalArgumentException if the bytes are not the canonical encoding of one
   */
  public static Chunk decode(byte[] bytes, ChunkSource source) {
    ByteReader in = new ByteReader(bytes);
    in.expect(ObjectType.CHUNK.code(), "its type");
    in.expect(VERSION, "its version");
    int order = in.octet();
    int level = in.octet();
    if (order > BY_PLACE || level > MAX_LEVEL) {
      throw new IllegalArgumentException("order " + order + ", level " + level);
    }
    List<Item> items = items(in, order == BY_NAME, level, source);
    in.end();
    if (items.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    for (Item item : items.subList(0, items.size() - 1)) {
      if (item.key().endsChunk(level)) {
        throw new IllegalArgumentException("it should have been cut at " + item.key());
      }
    }
    return new Chunk(order == BY_NAME, level, items);
  }

  /** Writes how the entries of a node are kept, and the top list. */
  public static void write(ByteWriter out, EntryMap map) {
    items(out.octet(map.height()), map.items());
  }

  /** Reads what {@link #write} wrote. */
  public static EntryMap read(ByteReader in, boolean byName, ChunkSource source) {
    int height = in.octet();
    if (height > MAX_LEVEL) {
      throw new IllegalArgumentException("its entries are " + height + " levels deep");
    }
    EntryMap map = new EntryMap(byName, height, items(in, byName, height, source));
    if (map.items().size() > EntryMap.INLINE || height > 0 && map.size() <= EntryMap.INLINE) {
      throw new IllegalArgumentException("its entries are not cut as they should be");
    }
    return map;
  }

  private static void items(ByteWriter out, List<Item> items) {
    out.varint(items.size());
    for (Item item : items) {
      Key key = item.key();
      if (key.byName()) {
        out.block(key.name().bytes());
      } else {
        out.block(key.place().bytes()).id(key.id());
      }
      if (item instanceof Leaf leaf) {
        Entry entry = leaf.entry();
        if (key.byName()) {
          out.id(entry.id());
        } else {
          out.block(entry.name().bytes());
        }
        out.hash(entry.node().hash());
      } else if (item instanceof ChunkRef ref) {
        out.varint(ref.count()).hash(ref.hash());
      }
    }
  }

  /** Reads a list whose items are entries on level 0 and chunks of the level below above it. */
  private static List<Item> items(ByteReader in, boolean byName, int level, ChunkSource source) {
    int count = in.count(1 + Hash.LENGTH + (byName && level > 0 ? 1 : NodeId.LENGTH));
    List<Item> items = new ArrayList<>(count);
    Key previous = null;
    for (int i = 0; i < count; i++) {
      Item item = level == 0 ? leaf(in, byName, source) : ref(in, byName, level - 1, source);
      Key key = item.key();
      if (previous != null && previous.compareTo(key) >= 0) {
        throw new IllegalArgumentException("its entries are not in order at " + key);
      }
      if (level > 0 && i < count - 1 && !key.endsChunk(level - 1)) {
        throw new IllegalArgumentException("it should not have been cut at " + key);
      }
      items.add(item);
      previous = key;
    }
    return items;
  }

  private static Leaf leaf(ByteReader in, boolean byName, ChunkSource source) {
    Name name;
    Place place;
    NodeId id;
    if (byName) {
      name = name(in);
      place = Place.NONE;
      id = in.id();
    } else {
      place = place(in);
      id = in.id();
      name = name(in);
    }
    Hash hash = in.hash();
    if (hash.equals(Hash.ZERO)) {
      throw new IllegalArgumentException("an entry holds nothing");
    }
    return Leaf.of(byName, new Entry(id, name, place, source.node(hash)));
  }

  private static ChunkRef ref(ByteReader in, boolean byName, int level, ChunkSource source) {
    Key key = byName ? Key.of(name(in)) : Key.of(place(in), in.id());
    long count = in.varint();
    if (count == 0 || count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a part is said to have " + count + " entries");
    }
    return ChunkRef.stored(key, count, level, source, in.hash());
  }

  private static Name name(ByteReader in) {
    return Name.ofBytes(in.block());
  }

  private static Place place(ByteReader in) {
    Place place = Place.ofBytes(in.block());
    if (place.equals(Place.NONE)) {
      throw new IllegalArgumentException("an entry has no place");
    }
    return place;
  }
}
