package org.fxd.history.core;

import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;
import org.osgi.service.component.annotations.Component;

/** A commit leads to its root and to its parents. */
@Component
public final class CommitLinks implements ObjectLinks {
  @Override
  public ObjectType type() {
    return ObjectType.COMMIT;
  }

  @Override
  public void of(byte[] encoded, BiConsumer<ObjectType, Hash> links) {
    Commit commit = CommitCodec.decode(encoded).commit();
    tell(ObjectType.NODE, commit.root(), links);
    commit.parents().forEach(parent -> tell(ObjectType.COMMIT, parent, links));
  }

  private static void tell(ObjectType type, Hash hash, BiConsumer<ObjectType, Hash> links) {
    if (!hash.equals(Hash.ZERO)) {
      links.accept(type, hash);
    }
  }

  @Override
  public OptionalLong generation(byte[] encoded) {
    return OptionalLong.of(CommitCodec.decode(encoded).generation());
  }
}
