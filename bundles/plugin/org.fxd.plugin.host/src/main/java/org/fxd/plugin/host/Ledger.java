package org.fxd.plugin.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers, across restarts, which jar was installed with which content: what stands here is the
 * host's, and nothing else is. Written before a bundle is installed, so that none is ever
 * forgotten.
 */
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Path file;
  private SortedMap<String, String> written = new TreeMap<>();

  Ledger(Path file) {
    this.file = file;
  }

  /** The contents' SHA-256 by jar; empty if there is nothing to remember. */
  SortedMap<String, String> read() {
    SortedMap<String, String> contents = new TreeMap<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          if (line.matches("[0-9a-f]{64} .+")) {
            contents.put(line.substring(65), line.substring(0, 64));
          }
        }
      }
    } catch (IOException e) {
      LOG.warn("Cannot read which plugins were installed from {}: {}", file, Text.cause(e));
    }
    written = new TreeMap<>(contents);
    return contents;
  }

  /** Replaces all that stands here. */
  void write(SortedMap<String, String> contents) {
    if (contents.equals(written)) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> entry : contents.entrySet()) {
      lines.append(entry.getValue()).append(' ').append(entry.getKey()).append('\n');
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, lines);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = new TreeMap<>(contents);
    } catch (IOException e) {
      LOG.warn("Cannot write which plugins are installed to {}: {}", file, Text.cause(e));
    }
  }
}
