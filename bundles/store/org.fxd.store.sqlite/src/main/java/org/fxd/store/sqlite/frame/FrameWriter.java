package org.fxd.store.sqlite.frame;

/**
 * Puts a frame together; used again and again. The frame that comes out is not yet compressed.
 *
 * <p>A frame is: the octet 1 (this layout); the number of objects; an octet for each, its type,
 * plus 8 if it is a delta; for each delta the number of its base, as the signed distance from its
 * own down to it; for each object a number, of a whole one its length, of a delta the length of its
 * operations; for each delta the length of its literals; all operations; all bodies and literals.
 * Columns, and not a record for each object, because equals compress well beside each other.
 *
 * <p>For one thread.
 */
public final class FrameWriter {
  /** The first octet of a frame of this layout. */
  static final int LAYOUT = 1;

  /** Added to the type of an object that is a delta. */
  static final int DELTA = 8;

  private final ByteBuilder types = new ByteBuilder();
  private final ByteBuilder bases = new ByteBuilder();
  private final ByteBuilder lengths = new ByteBuilder();
  private final ByteBuilder literalLengths = new ByteBuilder();
  private final ByteBuilder operations = new ByteBuilder();
  private final ByteBuilder bodies = new ByteBuilder();
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
    int number = next(type, 0);
    lengths.number(object.length);
    bodies.append(object);
    content += object.length;
    return number;
  }

  /**
   * Adds an object as a delta.
   *
   * @param base the number of the object that the delta is against; it may come later
   * @return its number in the frame
   * @throws IllegalArgumentException if there is no such type, or no such base
   * @throws IllegalStateException if the frame is full
   */
  public int add(int type, int base, Delta delta) {
    if (base < 0 || base >= FrameLimits.OBJECTS || base == count()) {
      throw new IllegalArgumentException("Object " + count() + " cannot have base " + base);
    }
    int number = next(type, DELTA);
    bases.signed(number - base);
    lengths.number(delta.operations().length);
    literalLengths.number(delta.literals().length);
    operations.append(delta.operations());
    bodies.append(delta.literals());
    content += delta.length();
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
    content = 0;
    return frame.toBytes();
  }

  private int next(int type, int flag) {
    if (type < 0 || type > FrameType.LAST) {
      throw new IllegalArgumentException("There is no type " + type);
    }
    int number = count();
    if (number == FrameLimits.OBJECTS) {
      throw new IllegalStateException("A frame has at most " + number + " objects");
    }
    types.octet(type | flag);
    return number;
  }
}
