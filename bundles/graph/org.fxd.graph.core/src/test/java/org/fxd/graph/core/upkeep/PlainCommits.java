package org.fxd.graph.core.upkeep;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;

/** Commits for tests: a generation, a root and parents, and no more. */
final class PlainCommits implements ObjectLinks {
  private static final int HEADER = 2 + 8 + Hash.LENGTH;

  static byte[] encode(long generation, Hash root, List<Hash> parents) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + Hash.LENGTH * parents.size());
    out.put(ObjectType.COMMIT.code()).put((byte) 1).putLong(generation).put(root.bytes());
    parents.forEach(parent -> out.put(parent.bytes()));
    return out.array();
  }

  static Hash root(byte[] encoded) {
    return hash(encoded, 10);
  }

  static List<Hash> parents(byte[] encoded) {
    List<Hash> parents = new ArrayList<>();
    for (int at = HEADER; at < encoded.length; at += Hash.LENGTH) {
      parents.add(hash(encoded, at));
    }
    return parents;
  }

  private static Hash hash(byte[] encoded, int at) {
    return Hash.of(encoded, at, Hash.LENGTH);
  }

  @Override
  public ObjectType type() {
    return ObjectType.COMMIT;
  }

  @Override
  public void of(byte[] encoded, BiConsumer<ObjectType, Hash> links) {
    if (encoded.length < HEADER || (encoded.length - HEADER) % Hash.LENGTH != 0) {
      throw new IllegalArgumentException("it is no commit");
    }
    links.accept(ObjectType.NODE, root(encoded));
    parents(encoded).forEach(parent -> links.accept(ObjectType.COMMIT, parent));
  }

  @Override
  public OptionalLong generation(byte[] encoded) {
    return OptionalLong.of(ByteBuffer.wrap(encoded).getLong(2));
  }
}
