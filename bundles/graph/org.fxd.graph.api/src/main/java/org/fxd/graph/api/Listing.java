package org.fxd.graph.api;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a {@linkplain Nodes#virtual virtual node} consists of, told when it is asked for. Must
 * always say the same, and be safe for use by any number of threads.
 */
@ConsumerType
public interface Listing {
  /** How many entries there are. */
  long size();

  /** The entries, sorted by name, each name once. Each iteration may read as it goes. */
  Iterable<Entry> entries();

  /** The entry with a name, found without listing the others if that can be. */
  Optional<Entry> entry(Name name);

  /** A listing of entries by name that are found out once, when first asked for. */
  static Listing of(Supplier<? extends SortedMap<Name, Entry>> entries) {
    return new Listing() {
      private SortedMap<Name, Entry> known;

      private synchronized SortedMap<Name, Entry> known() {
        if (known == null) {
          known = Collections.unmodifiableSortedMap(new TreeMap<>(entries.get()));
        }
        return known;
      }

      @Override
      public long size() {
        return known().size();
      }

      @Override
      public Iterable<Entry> entries() {
        return known().values();
      }

      @Override
      public Optional<Entry> entry(Name name) {
        return Optional.ofNullable(known().get(name));
      }
    };
  }
}
