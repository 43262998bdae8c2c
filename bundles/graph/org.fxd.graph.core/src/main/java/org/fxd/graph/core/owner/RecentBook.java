package org.fxd.graph.core.owner;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.store.api.Batch;

/**
 * What was written to the stored book lately, so that one small change after the other reads next
 * to nothing: the marks of the nodes above what is edited are asked for each time. What is
 * remembered is of one operation; where another one came last, such as when that one could not be
 * stored, all of it is forgotten. Belongs to whoever has the turn to write.
 */
final class RecentBook {
  private static final int REMEMBERED = 4096;

  private final Map<NodeId, Optional<Marks>> marks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodeId, Optional<Marks>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private Optional<Signature> newest = Optional.empty();

  /**
   * The book as a batch will find it, to be written by it.
   *
   * @param last the operation that the next one follows
   */
  Book in(Batch batch, Hash last) {
    StoredBook stored = StoredBook.in(batch);
    if (newest.filter(known -> known.isOf(last)).isEmpty()) {
      forget();
      newest = stored.newest();
    }
    return new Page(stored);
  }

  /** Forgets everything. */
  void forget() {
    marks.clear();
    newest = Optional.empty();
  }

  /** What one operation does. */
  private final class Page implements Book {
    private final StoredBook stored;
    private final Map<NodeId, Optional<Marks>> put = new HashMap<>();

    Page(StoredBook stored) {
      this.stored = stored;
    }

    @Override
    public Optional<Marks> marks(NodeId node) {
      Optional<Marks> known = marks.get(node);
      if (known == null) {
        known = stored.marks(node);
        marks.put(node, known);
      }
      return known;
    }

    @Override
    public Optional<Signature> newest() {
      return newest;
    }

    @Override
    public Optional<Signature> signature(long number) {
      return stored.signature(number);
    }

    @Override
    public void put(NodeId node, Optional<Marks> next) {
      stored.put(node, next);
      if (put.size() <= REMEMBERED) {
        put.put(node, next);
      }
    }

    @Override
    public void sign(Signature next) {
      stored.sign(next);
      if (put.size() > REMEMBERED) {
        marks.clear();
      }
      marks.putAll(put);
      newest = Optional.of(next);
    }
  }
}
