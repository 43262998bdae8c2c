package org.fxd.plugin.host;

import java.util.Optional;

/**
 * What lies in the folder now under a jar's name.
 *
 * @param content the checked jar; empty if it is gone
 */
record Change(Optional<Content> content) {
  static Change to(Content content) {
    return new Change(Optional.of(content));
  }

  static Change gone() {
    return new Change(Optional.empty());
  }
}
