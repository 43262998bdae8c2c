package org.fxd.graph.core.owner;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.fxd.store.api.IndexReader;

/** An index without the book of who changed what: for whom the book in it is of another time. */
public record WithoutBook(IndexReader index) implements IndexReader {
  @Override
  public Optional<byte[]> get(byte[] key) {
    return isOfBook(key) ? Optional.empty() : index.get(key);
  }

  @Override
  public boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    return index.scan(from, to, (key, value) -> isOfBook(key) || visitor.test(key, value));
  }

  private static boolean isOfBook(byte[] key) {
    for (byte[] table : Keys.tables()) {
      if (key.length > 0 && key[0] == table[0]) {
        return true;
      }
    }
    return false;
  }
}
