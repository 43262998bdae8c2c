package org.fxd.store.sqlite.frame;

import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;

/**
 * Writes operations with references: whatever is inserted, and is the hash of an object of the
 * frame, becomes the number of that object. For one thread.
 */
final class ReferenceWriter {
  private final HashPlaces hashes = new HashPlaces();
  private final ByteBuilder operations = new ByteBuilder();
  private final ByteBuilder literals = new ByteBuilder();
  private int found;

  /** Remembers the hash of an object. */
  void add(int number, Hash hash) {
    hashes.add(number, hash);
  }

  /** Forgets all hashes. */
  void clear() {
    hashes.clear();
  }

  /** Writes a whole object; false if there is nothing in it to refer to. */
  boolean write(byte[] object, int number) {
    begin();
    insert(object, 0, object.length, number);
    return found > 0;
  }

  /** Writes a delta; false if there is nothing in it to refer to. */
  boolean write(Delta delta, int number) {
    begin();
    if (delta.literals().length < Hash.LENGTH) {
      return false;
    }
    ByteCursor in = new ByteCursor(delta.operations(), 0, delta.operations().length);
    int literal = 0;
    try {
      while (!in.atEnd()) {
        int inserted = in.number();
        insert(delta.literals(), literal, literal + inserted, number);
        literal += inserted;
        if (!in.atEnd()) {
          operations.number(in.number());
          operations.signed(in.signed());
        }
      }
    } catch (DamagedException e) {
      throw new IllegalArgumentException("This is no delta", e);
    }
    return found > 0;
  }

  byte[] operations() {
    return operations.copy();
  }

  byte[] literals() {
    return literals.copy();
  }

  private void begin() {
    operations.clear();
    literals.clear();
    found = 0;
  }

  private void insert(byte[] bytes, int start, int end, int number) {
    int done = start;
    int at = start;
    while (at + Hash.LENGTH <= end) {
      int object = hashes.find(bytes, at);
      if (object < 0) {
        at++;
      } else {
        operations.number((at - done) << 1 | 1);
        operations.number(number - object);
        literals.append(bytes, done, at - done);
        at += Hash.LENGTH;
        done = at;
        found++;
      }
    }
    operations.number((end - done) << 1);
    literals.append(bytes, done, end - done);
  }
}
