package org.fxd.store.sqlite.frame;

import org.fxd.graph.api.Hash;

/**
 * Puts a frame together; used again and again. The frame that comes out is not yet compressed.
 *
 * <p>An object may be added with its hash. Then the frame does not hold this hash a second time:
 * where a later object, added likewise, has it among its bytes, the number of the first one is
 * written. So nodes take little room where their children stand before them.
 *
 * <p>A frame is: the octet 1 (this layout); the number of objects; an octet for each, its type,
 * plus 8 if it is made by operations, plus 16 if these have references; for each made by operations
 * the distance down to the number of its base, 0 if there is none; for each object a number, the
 * length of its operations or, of a whole one, of its body; for each made by operations the length
 * of its literals; all operations; all bodies and literals. Columns, and not a record for each
 * object, because like compresses well beside like.
 *
 * <p>For one thread.
 */
public final class FrameWriter {
  /** The first octet of a frame of this layout. */
  static final int LAYOUT = 1;

  /** The bits of an object's octet that are its type. */
  static final int TYPE = 7;

  /** The bit of an object that is made by {@link Operations}. */
  static final int OPERATIONS = 8;

  /** The bit of an object whose operations have references. */
  static final int REFERENCES = 16;

  private final ByteBuilder types = new ByteBuilder();
  private final ByteBuilder bases = new ByteBuilder();
  private final ByteBuilder lengths = new ByteBuilder();
  private final ByteBuilder literalLengths = new ByteBuilder();
  private final ByteBuilder operations = new ByteBuilder();
  private final ByteBuilder bodies = new ByteBuilder();
  private final ReferenceWriter references = new ReferenceWriter();
  private long content;

  /**
   * Adds an object as it is.
   *
   * @param type the code of its type, or a {@link FrameType}
   * @return its number in the frame
   * @throws IllegalArgumentException if there is no such type
   * @throws IllegalStateException if the frame is full
   */
  public int add(int type, byte[] object) {
    int number = next(type, 0, object.length);
    lengths.number(object.length);
    bodies.append(object);
    return number;
  }

  /** As above, but without the hashes in it that the frame can tell. */
  public int add(int type, Hash hash, byte[] object) {
    int number = count();
    if (references.write(object, number)) {
      next(type, OPERATIONS | REFERENCES, object.length);
      bases.number(0);
      append(references.operations(), references.literals());
    } else {
      add(type, object);
    }
    references.add(number, hash);
    return number;
  }

  /**
   * Adds an object as a delta.
   *
   * @param base the number of the object that the delta is against
   * @return its number in the frame
   * @throws IllegalArgumentException if there is no such type, or no such base yet
   * @throws IllegalStateException if the frame is full
   */
  public int add(int type, int base, Delta delta) {
    int number = next(type, OPERATIONS, base, delta);
    append(delta.operations(), delta.literals());
    return number;
  }

  /** As above, but without the hashes in it that the frame can tell. */
  public int add(int type, Hash hash, int base, Delta delta) {
    int number = count();
    if (references.write(delta, number)) {
      next(type, OPERATIONS | REFERENCES, base, delta);
      append(references.operations(), references.literals());
    } else {
      add(type, base, delta);
    }
    references.add(number, hash);
    return number;
  }

  /** How many objects there are. */
  public int count() {
    return types.size();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return count() == 0;
  }

  /** The bytes that the frame would have now, before compression. */
  public int size() {
    return 1
        + ByteBuilder.lengthOf(count())
        + types.size()
        + bases.size()
        + lengths.size()
        + literalLengths.size()
        + operations.size()
        + bodies.size();
  }

  /** The bytes of all objects, were they whole. */
  public long contentSize() {
    return content;
  }

  /** The frame; and begins another. */
  public byte[] finish() {
    ByteBuilder frame = new ByteBuilder(size());
    frame.octet(LAYOUT);
    frame.number(count());
    for (ByteBuilder column :
        new ByteBuilder[] {types, bases, lengths, literalLengths, operations, bodies}) {
      frame.append(column);
      column.clear();
    }
    references.clear();
    content = 0;
    return frame.toBytes();
  }

  private int next(int type, int flags, int base, Delta delta) {
    if (base < 0 || base >= count()) {
      throw new IllegalArgumentException("Object " + count() + " cannot have base " + base);
    }
    int number = next(type, flags, delta.length());
    bases.number(number - base);
    return number;
  }

  private int next(int type, int flags, int length) {
    if (type < 0 || type > FrameType.LAST) {
      throw new IllegalArgumentException("There is no type " + type);
    }
    int number = count();
    if (number == FrameLimits.OBJECTS) {
      throw new IllegalStateException("A frame has at most " + number + " objects");
    }
    types.octet(type | flags);
    content += length;
    return number;
  }

  private void append(byte[] theseOperations, byte[] theseLiterals) {
    lengths.number(theseOperations.length);
    literalLengths.number(theseLiterals.length);
    operations.append(theseOperations);
    bodies.append(theseLiterals);
  }
}
