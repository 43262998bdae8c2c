package org.fxd.graph.core.entries;

import java.util.Optional;
import org.fxd.graph.api.Hash;

/** A chunk as the level above knows it. The chunk itself is in memory, or read when needed. */
public final class ChunkRef implements Item {
  private final Key last;
  private final long count;
  private final int level;
  private final Chunk built;
  private final ChunkSource source;
  private final Hash hash;

  private ChunkRef(Key last, long count, int level, Chunk built, ChunkSource source, Hash hash) {
    this.last = last;
    this.count = count;
    this.level = level;
    this.built = built;
    this.source = source;
    this.hash = hash;
  }

  /** A reference to a chunk that was made here. */
  static ChunkRef to(Chunk chunk) {
    long count = 0;
    for (Item item : chunk.items()) {
      count += item.count();
    }
    return new ChunkRef(chunk.last(), count, chunk.level(), chunk, null, null);
  }

  /** A reference to a chunk in a store. */
  static ChunkRef stored(Key last, long count, int level, ChunkSource source, Hash hash) {
    return new ChunkRef(last, count, level, null, source, hash);
  }

  @Override
  public Key key() {
    return last;
  }

  @Override
  public int compareTo(Key key) {
    return last.compareTo(key);
  }

  @Override
  public long count() {
    return count;
  }

  /** The level of the chunk. */
  public int level() {
    return level;
  }

  /** The chunk's hash. */
  public Hash hash() {
    return built == null ? hash : built.hash();
  }

  /** The chunk, if it was made here and is perhaps not stored. */
  public Optional<Chunk> built() {
    return Optional.ofNullable(built);
  }

  /** Where it is stored, unless it was made here. */
  public Optional<ChunkSource> source() {
    return Optional.ofNullable(source);
  }

  /** The chunk; read if need be, and then it is what this reference says, or an error. */
  public Chunk chunk() {
    return built == null ? source.chunk(this) : built;
  }

  /**
   * Makes sure that a chunk that was read is the one meant here.
   *
   * @throws IllegalArgumentException if it is not
   */
  public void check(Chunk read) {
    if (read.level() != level
        || read.byName() != last.byName()
        || !read.last().equals(last)
        || to(read).count != count) {
      throw new IllegalArgumentException("it is not the part of the node that it is said to be");
    }
  }
}
