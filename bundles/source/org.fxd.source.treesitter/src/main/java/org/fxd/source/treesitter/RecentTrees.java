package org.fxd.source.treesitter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trees of the texts that were edited last. They lie in native memory, which no collector sees,
 * so there are few: those of texts of a megabyte together.
 */
final class RecentTrees implements AutoCloseable {
  /** A tree takes some twenty times the memory of its text. */
  static final int MOST_BYTES = 1 << 20;

  private final Map<Key, SyntaxTree> trees = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private boolean closed;

  /** A text in a language; known by all its bytes, not by a hash of them. */
  private static final class Key {
    private final String language;
    private final byte[] text;
    private final int hash;

    private Key(String language, byte[] text) {
      this.language = language;
      this.text = text;
      this.hash = 31 * language.hashCode() + Arrays.hashCode(text);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && hash == that.hash
          && language.equals(that.language)
          && Arrays.equals(text, that.text);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** The tree of a text, if it is there; to be closed by the caller, whose own it is. */
  Optional<SyntaxTree> copy(String language, byte[] text) {
    Key key = new Key(language, text);
    synchronized (trees) {
      return Optional.ofNullable(trees.get(key)).map(SyntaxTree::copy);
    }
  }

  /** Keeps the tree of a text for a while; it stays the caller's. The text must not change. */
  void keep(String language, byte[] text, SyntaxTree tree) {
    if (text.length > MOST_BYTES) {
      return;
    }
    Key key = new Key(language, text);
    List<SyntaxTree> gone = new ArrayList<>();
    synchronized (trees) {
      if (closed || trees.containsKey(key)) {
        return;
      }
      trees.put(key, tree.copy());
      bytes += text.length;
      Iterator<Map.Entry<Key, SyntaxTree>> eldest = trees.entrySet().iterator();
      while (bytes > MOST_BYTES) {
        Map.Entry<Key, SyntaxTree> entry = eldest.next();
        bytes -= entry.getKey().text.length;
        gone.add(entry.getValue());
        eldest.remove();
      }
    }
    gone.forEach(SyntaxTree::close);
  }

  /** How many there are. */
  int size() {
    synchronized (trees) {
      return trees.size();
    }
  }

  /** Lets all go, and keeps no more. */
  @Override
  public void close() {
    List<SyntaxTree> gone;
    synchronized (trees) {
      closed = true;
      gone = List.copyOf(trees.values());
      trees.clear();
      bytes = 0;
    }
    gone.forEach(SyntaxTree::close);
  }
}
