package org.fxd.graph.core.entries;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/** Walks over a map in order, and goes into a chunk only when told to. */
final class Cursor {
  private static final class Frame {
    private final List<Item> items;
    private int at;

    Frame(List<Item> items, int at) {
      this.items = items;
      this.at = at;
    }
  }

  private final Deque<Frame> frames = new ArrayDeque<>();

  /** A cursor before the first item of a list. */
  Cursor(List<Item> items) {
    enter(items, 0);
  }

  /** A cursor at the chunk of a level that holds a key, or would. */
  static Cursor at(EntryMap map, int level, Key key) {
    Cursor cursor = new Cursor(map.items());
    for (int above = map.height(); ; above--) {
      Frame frame = cursor.frames.element();
      frame.at = Math.min(EntryMap.search(frame.items, key), frame.items.size() - 1);
      if (above - 1 == level) {
        return cursor;
      }
      ChunkRef ref = (ChunkRef) cursor.peek();
      cursor.skip();
      cursor.enter(ref.chunk().items(), 0);
    }
  }

  /** Whether there is an item. */
  boolean present() {
    return !frames.isEmpty();
  }

  /** The item here. */
  Item peek() {
    Frame frame = frames.element();
    return frame.items.get(frame.at);
  }

  /** Goes behind the item here. */
  void skip() {
    Frame frame = frames.element();
    frame.at++;
    if (frame.at == frame.items.size()) {
      frames.pop();
    }
  }

  /** Goes into the chunk here. */
  void expand() {
    ChunkRef ref = (ChunkRef) peek();
    List<Item> inside = ref.chunk().items();
    skip();
    enter(inside, 0);
  }

  /** The next entry; the cursor goes behind it. */
  Leaf nextLeaf() {
    if (!present()) {
      throw new NoSuchElementException();
    }
    while (peek() instanceof ChunkRef) {
      expand();
    }
    Leaf leaf = (Leaf) peek();
    skip();
    return leaf;
  }

  private void enter(List<Item> items, int at) {
    if (!items.isEmpty()) {
      frames.push(new Frame(items, at));
    }
  }
}
