package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a file system says of a file without opening it. Two of one path that are equal are of one
 * file that nobody wrote to in between, if it was old enough then: see {@link #isSettled}.
 *
 * @param type what it is
 * @param executable whether its owner may execute it; false where the file system cannot say
 * @param size in bytes
 * @param modified when its content was changed, in nanoseconds since 1970; anybody can set it
 * @param changed when anything of it was changed, likewise; nobody can set it. 0 if not known
 * @param device with the inode what the file is called within; 0 if not known
 * @param inode the number of the file, whatever its names; 0 if not known
 */
record Stat(
    Type type,
    boolean executable,
    long size,
    long modified,
    long changed,
    long device,
    long inode) {
  /** What it is. */
  enum Type {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /** What a file is, under any name. */
  record Key(long device, long inode) {}

  /** Whether the file system tells who may execute a file. */
  static final boolean UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  /**
   * File systems keep times in steps of up to two seconds (FAT), so a file that is younger may be
   * written to once more without showing it.
   */
  private static final long STEP = TimeUnit.SECONDS.toNanos(2);

  private static final String ALL = "unix:mode,size,lastModifiedTime,ctime,dev,ino";
  private static final int FORMAT = 0xf000;
  private static final int REGULAR = 0x8000;
  private static final int FOLDER = 0x4000;
  private static final int LINK = 0xa000;
  private static final int OWNER_EXECUTES = 0100;

  /** Asks the file system; a link is not followed. */
  static Stat of(Path path) throws IOException {
    if (!UNIX) {
      return of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }
    Map<String, Object> all = Files.readAttributes(path, ALL, LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) all.get("mode");
    return new Stat(
        switch (mode & FORMAT) {
          case REGULAR -> Type.FILE;
          case FOLDER -> Type.FOLDER;
          case LINK -> Type.LINK;
          default -> Type.OTHER;
        },
        (mode & OWNER_EXECUTES) != 0,
        (Long) all.get("size"),
        nanos((FileTime) all.get("lastModifiedTime")),
        nanos((FileTime) all.get("ctime")),
        (Long) all.get("dev"),
        (Long) all.get("ino"));
  }

  private static Stat of(BasicFileAttributes all) {
    Type type =
        all.isRegularFile()
            ? Type.FILE
            : all.isDirectory() ? Type.FOLDER : all.isSymbolicLink() ? Type.LINK : Type.OTHER;
    return new Stat(type, false, all.size(), nanos(all.lastModifiedTime()), 0, 0, 0);
  }

  /** The same with another word on who may execute it. */
  Stat withExecutable(boolean other) {
    return new Stat(type, other, size, modified, changed, device, inode);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** What the file is called within its file system; null if that cannot be known. */
  Key key() {
    return inode == 0 ? null : new Key(device, inode);
  }

  /**
   * Whether whoever writes to it after a moment changes what this says.
   *
   * @param millis the moment, in milliseconds since 1970
   */
  boolean isSettled(long millis) {
    long latest = TimeUnit.MILLISECONDS.toNanos(millis) - STEP;
    return modified < latest && changed < latest;
  }
}
