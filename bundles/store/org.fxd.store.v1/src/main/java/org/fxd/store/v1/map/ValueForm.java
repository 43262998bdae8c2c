package org.fxd.store.v1.map;

import java.util.Optional;
import org.fxd.graph.api.Value;

/** How a value is written, where that does not follow from it; kept as {@link Kept#VALUE}. */
enum ValueForm {
  /** The text, or the blob, is a JSON document and stands there as it is. */
  JSON,
  /** The blob is a text, and stands there as a string. */
  TEXT;

  Value value() {
    return Value.of(name().toLowerCase(java.util.Locale.ROOT));
  }

  static Optional<ValueForm> of(Value value) {
    for (ValueForm form : values()) {
      if (form.value().equals(value)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
