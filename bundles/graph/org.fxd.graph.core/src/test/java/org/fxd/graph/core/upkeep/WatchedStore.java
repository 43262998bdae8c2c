package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.StoreWrapper;

/** A store that notes what is packed, and lets a test do something before a compaction finishes. */
final class WatchedStore extends StoreWrapper {
  record Packed(ObjectType type, List<Hash> versions) {}

  /** An object that was packed behind others. */
  record PackedBehind(ObjectType type, long lineage, Hash object) {}

  private final List<Packed> packed = new ArrayList<>();
  private final List<PackedBehind> behind = new ArrayList<>();
  private Runnable beforeTheEnd = () -> {};

  WatchedStore(Store store) {
    super(store);
  }

  /** What was packed by its versions. */
  List<Packed> packed() {
    return packed;
  }

  /** What was packed in the order of time. */
  List<PackedBehind> behind() {
    return behind;
  }

  void beforeTheEnd(Runnable work) {
    beforeTheEnd = work;
  }

  @Override
  public Compaction compact() {
    Compaction compaction = super.compact();
    return new Compaction() {
      @Override
      public boolean keep(Hash hash) {
        return compaction.keep(hash);
      }

      @Override
      public void pack(ObjectType type, List<Hash> versions) {
        packed.add(new Packed(type, List.copyOf(versions)));
        compaction.pack(type, versions);
      }

      @Override
      public void pack(ObjectType type, long lineage, Hash object) {
        behind.add(new PackedBehind(type, lineage, object));
        compaction.pack(type, lineage, object);
      }

      @Override
      public Outcome finish(Runnable rest) {
        beforeTheEnd.run();
        return compaction.finish(rest);
      }

      @Override
      public void close() {
        compaction.close();
      }
    };
  }
}
