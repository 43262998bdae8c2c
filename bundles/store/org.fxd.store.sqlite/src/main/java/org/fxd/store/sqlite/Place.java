package org.fxd.store.sqlite;

/**
 * Where an object is: in which frame, as which of its objects. As a value of a run it is one
 * number, most significant byte first, without leading zeros: frame, slot in 16 bits, and in 3 bits
 * the table or, for a blob that is cut into pieces, {@value #CUT}.
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
    int table = isCut ? Table.VALUES.ordinal() : code;
    if (packed < 0 || table >= Table.values().length) {
      throw new DamagedException("a place of an object is none");
    }
    int slot = (int) (packed >>> TABLE_BITS) & SLOTS - 1;
    return new Place(Table.values()[table], packed >>> FRAME_SHIFT, slot, isCut);
  }

  /** Reads the value of a run. */
  static long packed(byte[] value) throws DamagedException {
    if (value.length == 0 || value.length > Long.BYTES || value[0] == 0) {
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
    return frame << FRAME_SHIFT | (long) slot << TABLE_BITS | (isCut ? CUT : table.ordinal());
  }

  /** The frame of a packed place. */
  static long frame(long packed) {
    return packed >>> FRAME_SHIFT;
  }

  static boolean isCut(long packed) {
    return (packed & CUT) == CUT;
  }

  /** The value of a run. */
  static byte[] encode(long packed) {
    int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(packed) + 7) / 8);
    byte[] value = new byte[length];
    for (int i = 0; i < length; i++) {
      value[i] = (byte) (packed >>> 8 * (length - 1 - i));
    }
    return value;
  }
}
