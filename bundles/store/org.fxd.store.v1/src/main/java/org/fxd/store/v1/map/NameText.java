package org.fxd.store.v1.map;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;

/** Names and {@code key_name}. */
public final class NameText {
  private NameText() {}

  /** The name of a row: its key; where it has none, its id, as the original takes it. */
  public static Name of(Cell key, Cell id) {
    byte[] bytes = isNone(key) ? id.bytes() : key.bytes();
    return Name.ofBytes(Arrays.copyOf(bytes, Math.min(bytes.length, Name.MAX_LENGTH)));
  }

  /** The key to be kept, if it does not follow from the name. */
  public static Optional<Value> kept(Cell key, Name name) {
    return Name.of("").equals(name) || !Arrays.equals(key.bytes(), name.bytes())
        ? Optional.of(key.whole())
        : Optional.empty();
  }

  /** The key that was kept, if the name is still the one that follows from it. */
  public static Optional<Cell> restored(Value kept, Cell id, Name name) {
    return Cell.ofWhole(kept).filter(key -> of(key, id).equals(name));
  }

  private static boolean isNone(Cell key) {
    return key.isNull() || key.bytes().length == 0;
  }

  /** The name as a key; empty if it is no text. */
  public static Optional<String> key(Name name) {
    return name.isText() && name.length() > 0
        ? Optional.of(new String(name.bytes(), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
