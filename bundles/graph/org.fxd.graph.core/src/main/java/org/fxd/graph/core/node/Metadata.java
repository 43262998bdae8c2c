package org.fxd.graph.core.node;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Value;

/**
 * The metadata of a node, sorted by key. Cannot be changed. Nearly every node has some, nearly all
 * have few: they stand in one array, key and value in turn.
 */
@SuppressWarnings("JdkObsolete") // a SortedMap is what a node's metadata are in the API
final class Metadata extends AbstractMap<String, Value> implements SortedMap<String, Value> {
  /** No metadata. */
  static final Metadata NONE = new Metadata(new Object[0]);

  private final Object[] pairs;

  private Metadata(Object[] pairs) {
    this.pairs = pairs;
  }

  /** What a map holds now. */
  static Metadata of(SortedMap<String, Value> map) {
    if (map instanceof Metadata known) {
      return known;
    }
    if (map.isEmpty()) {
      return NONE;
    }
    Object[] pairs = new Object[2 * map.size()];
    int at = 0;
    for (Map.Entry<String, Value> entry : map.entrySet()) {
      pairs[at++] = Repeated.key(entry.getKey());
      pairs[at++] = Repeated.value(entry.getValue());
    }
    return new Metadata(pairs);
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  @Override
  public Value get(Object key) {
    int at = key instanceof String text ? search(text) : -1;
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String text && search(text) >= 0;
  }

  private int search(String key) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = key(middle).compareTo(key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private String key(int at) {
    return (String) pairs[2 * at];
  }

  private Value value(int at) {
    return (Value) pairs[2 * at + 1];
  }

  @Override
  public Set<Map.Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return Metadata.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, Value>> iterator() {
        return new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < size();
          }

          @Override
          public Map.Entry<String, Value> next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return Map.entry(key(at), value(at++));
          }
        };
      }
    };
  }

  @Override
  public Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public String firstKey() {
    return endKey(0);
  }

  @Override
  public String lastKey() {
    return endKey(size() - 1);
  }

  private String endKey(int at) {
    if (isEmpty()) {
      throw new NoSuchElementException("There are no metadata");
    }
    return key(at);
  }

  @Override
  public SortedMap<String, Value> subMap(String from, String to) {
    return of(new TreeMap<>(this).subMap(from, to));
  }

  @Override
  public SortedMap<String, Value> headMap(String to) {
    return of(new TreeMap<>(this).headMap(to));
  }

  @Override
  public SortedMap<String, Value> tailMap(String from) {
    return of(new TreeMap<>(this).tailMap(from));
  }
}
