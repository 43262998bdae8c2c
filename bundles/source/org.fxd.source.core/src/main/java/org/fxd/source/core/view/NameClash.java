package org.fxd.source.core.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fxd.graph.api.Name;

/** The names in one folder, to find two that a file system takes for one. */
final class NameClash {
  private final boolean folds;
  private final Map<String, Name> seen = new HashMap<>();

  /**
   * No names yet.
   *
   * @param folds whether the file system does not tell cases apart
   */
  NameClash(boolean folds) {
    this.folds = folds;
  }

  /** Adds a name; if the file system takes it for one that was added before, that one. */
  Optional<Name> add(Name name) {
    if (!folds) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(name.toString(), Normalizer.Form.NFC);
    String key = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(seen.putIfAbsent(key, name));
  }

  /** Asks a folder's file system whether it tells cases apart, with a file that is gone after. */
  static boolean folds(Path folder) throws IOException {
    String name = ".fxd-case-" + UUID.randomUUID();
    Path lower = Files.createFile(folder.resolve(name));
    try {
      return Files.exists(folder.resolve(name.toUpperCase(Locale.ROOT)), LinkOption.NOFOLLOW_LINKS);
    } finally {
      Files.delete(lower);
    }
  }
}
