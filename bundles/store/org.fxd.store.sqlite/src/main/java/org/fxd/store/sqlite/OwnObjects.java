package org.fxd.store.sqlite;

import java.util.Optional;
import org.fxd.graph.api.Hash;

/** Objects in memory, of a file that only this store writes to. */
final class OwnObjects implements StoredObjects.AtHand {
  private final CommitLine line;
  private final Caches caches;

  OwnObjects(CommitLine line, Caches caches) {
    this.line = line;
    this.caches = caches;
  }

  @Override
  public Optional<LooseObject> sealed(Hash hash) {
    return line.object(hash);
  }

  @Override
  public Optional<byte[]> gathered(Hash hash) {
    return ObjectFinder.atHand(hash, line.durable(), caches);
  }
}
