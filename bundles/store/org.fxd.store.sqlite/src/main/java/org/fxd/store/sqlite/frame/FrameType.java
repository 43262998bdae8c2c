package org.fxd.store.sqlite.frame;

/**
 * The type octets of objects in a frame that are not those of {@link
 * org.fxd.store.api.ObjectType#code()}.
 */
public final class FrameType {
  /**
   * A blob too large for a frame, which stands in pieces elsewhere: the size of its content, the
   * first piece, the number of pieces (three numbers), and the 32 bytes of its hash.
   */
  public static final int CUT_BLOB = 5;

  /** The highest type there is. */
  static final int LAST = CUT_BLOB;

  private FrameType() {}
}
