package org.fxd.git.jgit.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.error.FxdException;
import org.fxd.history.api.intake.Intake;

/** The contents that were taken in, by their Git ids. */
final class FileContents {
  /** Beyond so many, they are forgotten: one that is wanted again is read again. */
  private static final int REMEMBERED = 400_000;

  private final Intake intake;
  private final GitReader reader;
  private final Map<ObjectId, Blob> taken = new ConcurrentHashMap<>();
  private long bytes;
  private long count;

  FileContents(Intake intake, GitReader reader) {
    this.intake = intake;
    this.reader = reader;
  }

  /** Whether a content was taken in lately; from any thread. */
  boolean has(ObjectId id) {
    return taken.containsKey(id);
  }

  /** How many bytes were taken in. */
  long bytes() {
    return bytes;
  }

  /** How many contents that is. */
  long count() {
    return count;
  }

  /** Takes in what was read. */
  void put(ReadContent content) {
    if (!taken.containsKey(content.id())) {
      add(content.id(), intake.blob(content));
    }
  }

  /** A content; read now if nobody read it before. */
  Blob get(ObjectId id) {
    Blob known = taken.get(id);
    return known != null ? known : add(id, read(id));
  }

  private Blob read(ObjectId id) {
    try (InputStream in = reader.stream(id)) {
      return intake.blob(in);
    } catch (IOException e) {
      throw new FxdException(
          FxdException.Category.FAILED, "The blob " + id.name() + " cannot be read.", null, e);
    }
  }

  private Blob add(ObjectId id, Blob blob) {
    if (taken.size() >= REMEMBERED) {
      taken.clear();
    }
    taken.put(id, blob);
    bytes += blob.size();
    count++;
    return blob;
  }
}
