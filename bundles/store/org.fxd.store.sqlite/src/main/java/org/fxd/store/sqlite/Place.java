package org.fxd.store.sqlite;

/**
 * Where an object is: in which frame, as which of its objects. As a value of a run it is one number
 * in eight bytes, the most significant first: frame, slot in 16 bits, and in 3 bits the table or,
 * for a blob that is cut into pieces, {@value #CUT}.
 *
 * @param table the table of the frame
 * @param frame the frame's number
 * @param slot the object's number within the frame
 * @param isCut whether what stands there says where the pieces of a blob are
 */
record Place(Table table, long frame, int slot, boolean isCut) {
  /** The most objects of a frame. */
  static final int SLOTS = 1 << 16;

  private static final int CUT = 7;
  private static final int TABLE_BITS = 3;
  private static final int FRAME_SHIFT = TABLE_BITS + 16;

  /** The largest number of a frame that fits. */
  static final long MAX_FRAME = Long.MAX_VALUE >>> FRAME_SHIFT;

  static Place of(long packed) throws DamagedException {
    int code = (int) packed & (1 << TABLE_BITS) - 1;
    boolean isCut = code == CUT;
    if (packed < 0) {
      throw new DamagedException("a place of an object is none");
    }
    int slot = (int) (packed >>> TABLE_BITS) & SLOTS - 1;
    Table table = isCut ? Table.VALUES : Table.ofCode(code);
    return new Place(table, packed >>> FRAME_SHIFT, slot, isCut);
  }

  /** Reads the value of a run. */
  static long packed(byte[] value) throws DamagedException {
    if (value.length != Long.BYTES) {
      throw new DamagedException("a place of an object has " + value.length + " bytes");
    }
    long packed = 0;
    for (byte each : value) {
      packed = packed << 8 | each & 0xff;
    }
    return packed;
  }

  /** Refuses a number that no frame has. */
  static void requireFrame(long number) throws DamagedException {
    if (number < 1 || number > MAX_FRAME) {
      throw new DamagedException("there is no frame " + number);
    }
  }

  long packed() {
    return frame << FRAME_SHIFT | (long) slot << TABLE_BITS | (isCut ? CUT : table.code());
  }

  /** The frame of a packed place. */
  static long frame(long packed) {
    return packed >>> FRAME_SHIFT;
  }

  /** The value of a run. */
  static byte[] encode(long packed) {
    byte[] value = new byte[Long.BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      value[i] = (byte) (packed >>> 8 * (Long.BYTES - 1 - i));
    }
    return value;
  }
}
