package org.fxd.store.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/** The content of a blob is not what its hash says. Thrown while it is read. */
public class DamagedContentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * A failure to read content.
   *
   * @param file where it is; empty if in no file
   * @param reason what is wrong, as in {@link Lookup.Corrupt}
   */
  public DamagedContentException(Hash blob, Optional<Path> file, String reason, Throwable cause) {
    super(
        "The content "
            + blob.brief()
            + file.map(its -> " in " + its).orElse("")
            + " is damaged: "
            + reason,
        cause);
    this.reason = reason;
  }

  /** What is wrong, and nothing else, as in {@link Lookup.Corrupt}. */
  public String reason() {
    return reason;
  }
}
