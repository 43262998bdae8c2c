package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.fxd.store.sqlite.frame.FrameWriter;

/**
 * Gathers objects in frames and writes those that are full, in the writer's open transaction.
 * Remembers what it put where.
 */
final class FrameSink {
  private final Writer writer;
  private final Packer packer;
  private final Numbers numbers;
  private final LongPairs places = new LongPairs();
  private final Map<Table, Open> open = new EnumMap<>(Table.class);

  /** A frame that is being filled. */
  private static final class Open {
    private final FrameWriter objects = new FrameWriter();
    private long number;
  }

  /**
   * Nothing yet.
   *
   * @param packer compresses, and hands on to the writer
   */
  FrameSink(Writer writer, Packer packer, Numbers numbers) {
    this.writer = writer;
    this.packer = packer;
    this.numbers = numbers;
  }

  /**
   * Adds an object.
   *
   * @param type the octet of its type in the frame
   * @param key by which it is to be found
   * @return where it is
   */
  Place add(Table table, int type, boolean isCut, long key, byte[] bytes) throws SQLException {
    Open frame = open.computeIfAbsent(table, any -> new Open());
    int full = table.frameSize();
    if (!frame.objects.isEmpty() && frame.objects.size() + bytes.length > full + full / 2) {
      finish(table, frame);
    }
    if (frame.objects.isEmpty()) {
      frame.number = numbers.nextFrame();
    }
    int slot = frame.objects.add(type, bytes);
    Place place = new Place(table, frame.number, slot, isCut);
    places.add(key, place.packed());
    if (frame.objects.size() >= full || slot == Place.SLOTS - 2) {
      finish(table, frame);
    }
    return place;
  }

  /** Where everything is that was added: its key, and its place as a number. */
  LongPairs places() {
    return places;
  }

  /** Writes the frames that are not full, too, and waits until all are written. */
  void finish() throws SQLException {
    for (Map.Entry<Table, Open> each : open.entrySet()) {
      if (!each.getValue().objects.isEmpty()) {
        finish(each.getKey(), each.getValue());
      }
    }
    packer.finish();
  }

  private void finish(Table table, Open frame) throws SQLException {
    long number = frame.number;
    packer.add(frame.objects.finish(), row -> writer.insertFrame(table, number, row));
  }
}
