package org.fxd.git.jgit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the files of one folder hold, as it was found when they were read last: those that nobody
 * touched since need not be read again. Belongs to one import; {@link FolderMemories} keeps it for
 * the next.
 */
final class FolderMemory {
  /**
   * A file that was read.
   *
   * @param stat what the file system said of it before it was read
   * @param content what was read, without the bytes
   */
  record Known(Stat stat, Content content) {}

  private final Map<String, Known> before;
  private final Map<String, Known> now;

  FolderMemory(Map<String, Known> before) {
    this.before = before;
    this.now = new HashMap<>(before.size() * 2);
  }

  /** What a file holds, if it is known without looking. */
  Optional<Content> content(Found file) {
    Known known = before.get(file.key());
    if (known == null || !known.stat().equals(file.stat())) {
      return Optional.empty();
    }
    now.put(file.key(), known);
    return Optional.of(known.content());
  }

  /**
   * Remembers what was read, if whoever writes to the file from now on is sure to show.
   *
   * @param began when the reading began, in milliseconds since 1970
   */
  void learn(Found file, Content content, long began) {
    if (file.stat().isSettled(began)) {
      now.put(file.key(), new Known(file.stat(), content.withoutBytes()));
    }
  }

  /** What is known of the files that are there. */
  Map<String, Known> now() {
    return now;
  }
}
