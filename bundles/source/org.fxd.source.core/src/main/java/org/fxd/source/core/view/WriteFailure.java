package org.fxd.source.core.view;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;

/** What the system says when it does not write, in words for a person. */
final class WriteFailure {
  private WriteFailure() {}

  /** The error to show for a path. */
  static FxdException of(Object path, IOException cause) {
    String said = said(cause);
    String lower = said.toLowerCase(Locale.ROOT);
    String why = said;
    String hint = null;
    if (cause instanceof AccessDeniedException || lower.contains("permission denied")) {
      why = "no permission";
      hint = "Choose a folder that you may write to.";
    } else if (lower.contains("no space left") || lower.contains("not enough space")) {
      why = "the disk is full";
      hint = "Free some space or choose another disk, and write again.";
    } else if (lower.contains("quota")) {
      why = "the disk quota is used up";
      hint = "Free some space or choose another disk, and write again.";
    } else if (lower.contains("read-only")) {
      why = "the file system is read-only";
      hint = "Choose a folder that you may write to.";
    } else if (lower.contains("file too large")) {
      why = "a file may not be that large here";
      hint = "Raise the limit on file sizes (ulimit -f) or choose another disk.";
    } else if (cause instanceof NoSuchFileException) {
      why = "the system lets nothing be made there";
      hint = "Choose a folder that you may write to.";
    } else if (cause instanceof FileAlreadyExistsException) {
      why = "something that is no folder stands there";
      hint = "Choose another folder, or move that away.";
    }
    return new FxdException(
        FxdException.Category.FAILED, "Cannot write " + path + ": " + why + ".", hint, cause);
  }

  /** Whether it is the name that the file system does not take, and why; else empty. */
  static Optional<String> badName(IOException cause) {
    return said(cause).toLowerCase(Locale.ROOT).contains("too long")
        ? Optional.of("its name or path is too long for this file system")
        : Optional.empty();
  }

  private static String said(IOException cause) {
    String reason =
        cause instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason()
            : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
