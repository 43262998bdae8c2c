package org.fxd.store.sqlite.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * All files of a folder as they are at one moment: what is left if the program is killed then.
 *
 * <p>Reading them drops the locks that this process has on them, which is of no consequence where
 * nobody else is.
 */
record Snapshot(Map<String, byte[]> files) {
  /** Reads a folder. */
  static Snapshot of(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return new Snapshot(files);
  }

  /** Tells two of them apart by their content. Who holds the project is of no interest. */
  String sign() {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (name, bytes) -> {
          if (!name.endsWith("-shm") && !name.endsWith(".holder") && !name.endsWith(".lock")) {
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            text.append(name).append(' ').append(bytes.length).append(' ').append(sum.getValue());
          }
        });
    return text.toString();
  }

  /** The same with another content of a file; null removes it. */
  Snapshot with(String name, byte[] content) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    if (content == null) {
      changed.remove(name);
    } else {
      changed.put(name, content);
    }
    return new Snapshot(changed);
  }

  byte[] file(String name) {
    return files.get(name);
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** Writes it into an empty folder. */
  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** Removes a folder and what is in it. */
  static void remove(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
