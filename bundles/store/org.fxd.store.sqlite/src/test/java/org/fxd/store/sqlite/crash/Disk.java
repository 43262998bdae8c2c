package org.fxd.store.sqlite.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk to which is done what a {@link Trace} tells, and which may lose its power: then it has all
 * that it was asked to have for good, and of the rest anything.
 */
final class Disk {
  /** What a disk writes at once, or not at all. */
  private static final int SECTOR = 512;

  private final Map<String, Content> files = new TreeMap<>();

  /** What was removed since the folder was last put on the disk: it may come back. */
  private final Map<String, Content> removed = new HashMap<>();

  /** A file: as programs see it, as it is on the disk, and what was done in between. */
  private static final class Content {
    private byte[] seen = new byte[0];
    private byte[] kept = new byte[0];
    private final List<Trace.Event> pending = new ArrayList<>();

    void change(Trace.Event event) {
      seen = changed(seen, event);
      pending.add(event);
    }

    void sync() {
      kept = seen;
      pending.clear();
    }

    byte[] afterFailure(Random random) {
      byte[] left = kept;
      int chance = random.nextInt(11);
      for (Trace.Event event : pending) {
        if (event.what() != Trace.What.WRITE) {
          left = random.nextInt(10) < chance ? changed(left, event) : left;
          continue;
        }
        for (int at = 0; at < event.bytes().length; at += SECTOR) {
          int end = Math.min(at + SECTOR, event.bytes().length);
          if (random.nextInt(10) < chance) {
            byte[] sector = Arrays.copyOfRange(event.bytes(), at, end);
            left =
                changed(left, new Trace.Event(event.what(), event.file(), event.at() + at, sector));
          }
        }
      }
      return left;
    }

    private static byte[] changed(byte[] content, Trace.Event event) {
      if (event.what() == Trace.What.TRUNCATE) {
        return Arrays.copyOf(content, (int) event.at());
      }
      int end = (int) event.at() + event.bytes().length;
      byte[] changed = Arrays.copyOf(content, Math.max(content.length, end));
      System.arraycopy(event.bytes(), 0, changed, (int) event.at(), event.bytes().length);
      return changed;
    }
  }

  /** Does what was done. */
  void apply(Trace.Event event) {
    switch (event.what()) {
      case MAKE -> {
        Content content = files.computeIfAbsent(event.file(), name -> new Content());
        if (event.at() == 0 && content.seen.length > 0) {
          content.change(new Trace.Event(Trace.What.TRUNCATE, event.file(), 0, event.bytes()));
        }
      }
      case WRITE, TRUNCATE -> file(event).change(event);
      case SYNC -> {
        if (event.file().isEmpty()) {
          removed.clear();
        } else {
          file(event).sync();
        }
      }
      case REMOVE -> removed.put(event.file(), files.remove(event.file()));
      case RENAME -> {
        files.put(event.text(), files.remove(event.file()));
        removed.remove(event.text());
      }
      case SAY -> {
        // Nothing to do with the disk.
      }
    }
  }

  private Content file(Trace.Event event) {
    Content content = files.get(event.file());
    // One that was removed while it was open goes on without a name.
    return content == null ? new Content() : content;
  }

  /** Whether all that was done to a file is on the disk for good. */
  boolean isSynced(String file) {
    return !files.containsKey(file) || files.get(file).pending.isEmpty();
  }

  /** What is there if the program is killed. */
  Snapshot killed() {
    Map<String, byte[]> left = new TreeMap<>();
    files.forEach((name, content) -> left.put(name, content.seen));
    return new Snapshot(left);
  }

  /** What may be there if the power fails. */
  Snapshot powerless(Random random) {
    Map<String, byte[]> left = new TreeMap<>();
    files.forEach((name, content) -> left.put(name, content.afterFailure(random)));
    if (random.nextInt(4) == 0) {
      removed.forEach(
          (name, content) -> {
            if (content != null) {
              left.putIfAbsent(name, content.kept);
            }
          });
    }
    return new Snapshot(left);
  }
}
