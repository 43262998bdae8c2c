package org.fxd.runtime.container;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why, where the JDK's own message is only a path or a class name. */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    if (failure instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (failure instanceof NotDirectoryException file) {
      return file.getFile() + " is not a folder";
    }
    if (failure instanceof FileSystemException general && general.getReason() != null) {
      return general.getFile() + ": " + general.getReason();
    }
    if (failure instanceof IOException && failure.getMessage() != null) {
      return failure.getMessage();
    }
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
