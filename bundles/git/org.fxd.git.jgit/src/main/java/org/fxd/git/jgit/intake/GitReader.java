package org.fxd.git.jgit.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.CheckedStream;
import org.fxd.git.jgit.object.GitHasher;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.HashedStream;
import org.fxd.graph.api.error.FxdException;

/**
 * Reads the objects of a repository, and checks that each is the one that its id names: packs do
 * not vouch for it, and loose objects are whatever somebody wrote there. Belongs to one thread.
 */
final class GitReader implements AutoCloseable {
  /** No commit or tag of more bytes is read; it would be held in memory several times. */
  private static final int LARGEST_COMMIT = 8 << 20;

  /** Nor any tree: this is one of a million files. */
  private static final int LARGEST_TREE = 64 << 20;

  private final ObjectReader objects;

  GitReader(ObjectReader objects) {
    this.objects = objects;
  }

  /** Whether the repository has an object. */
  boolean has(ObjectId id) {
    try {
      return objects.has(id);
    } catch (IOException e) {
      throw unreadable("object", id, e);
    }
  }

  /** The type of an object, as in {@link Constants}; empty if it is not there. */
  Optional<Integer> type(ObjectId id) {
    try {
      return Optional.of(objects.open(id).getType());
    } catch (MissingObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable("object", id, e);
    }
  }

  /** A commit's bytes. */
  byte[] commit(ObjectId id) {
    return whole(id, Constants.OBJ_COMMIT, LARGEST_COMMIT);
  }

  /** A tag's bytes. */
  byte[] tag(ObjectId id) {
    return whole(id, Constants.OBJ_TAG, LARGEST_COMMIT);
  }

  /** A tree's bytes. */
  byte[] tree(ObjectId id) {
    // Git knows this one without having it.
    return id.equals(Constants.EMPTY_TREE_ID)
        ? new byte[0]
        : whole(id, Constants.OBJ_TREE, LARGEST_TREE);
  }

  /** A blob's bytes. */
  byte[] blob(ObjectId id) {
    return whole(id, Constants.OBJ_BLOB, Integer.MAX_VALUE);
  }

  /** A blob's bytes, if there are no more than so many. */
  Optional<byte[]> blob(ObjectId id, long most) {
    try {
      ObjectLoader loader = objects.open(id, Constants.OBJ_BLOB);
      return loader.getSize() > most
          ? Optional.empty()
          : Optional.of(checked("blob", id, loader.getCachedBytes((int) most)));
    } catch (IOException e) {
      throw unreadable("blob", id, e);
    }
  }

  /** How many bytes a blob has. */
  long size(ObjectId id) {
    try {
      return objects.getObjectSize(id, Constants.OBJ_BLOB);
    } catch (IOException e) {
      throw unreadable("blob", id, e);
    }
  }

  /**
   * A blob as a stream that fails at its end if it is not that blob.
   *
   * @return the caller closes it
   */
  InputStream stream(ObjectId id) {
    try {
      ObjectLoader loader = objects.open(id, Constants.OBJ_BLOB);
      GitHasher hasher = new GitHasher(GitHasher.BLOB, loader.getSize());
      return new CheckedStream(
          new HashedStream(loader.openStream(), hasher), () -> check("blob", id, hasher.id()));
    } catch (IOException e) {
      throw unreadable("blob", id, e);
    }
  }

  private byte[] whole(ObjectId id, int type, int largest) {
    String word = Constants.typeString(type);
    byte[] bytes;
    try {
      bytes = objects.open(id, type).getCachedBytes(largest);
    } catch (LargeObjectException e) {
      throw refused(word, id, "it is larger than " + largest + " bytes", e);
    } catch (IOException e) {
      throw unreadable(word, id, e);
    }
    return checked(word, id, bytes);
  }

  private static byte[] checked(String word, ObjectId id, byte[] bytes) {
    check(word, id, GitHasher.id(word, bytes));
    return bytes;
  }

  private static void check(String word, ObjectId id, GitId found) {
    if (!found.equals(GitIds.of(id))) {
      throw refused(word, id, "its content has another id: it is damaged, or forged", null);
    }
  }

  /** An error that names an object. */
  static FxdException refused(String word, ObjectId id, String why, Exception cause) {
    return new FxdException(
        FxdException.Category.FAILED,
        "The repository's " + word + " " + id.name() + " cannot be taken in: " + why + ".",
        "See what Git says of it: git fsck --full. Nothing was changed.",
        cause);
  }

  private static FxdException unreadable(String word, ObjectId id, IOException e) {
    return e instanceof MissingObjectException
        ? new FxdException(
            FxdException.Category.FAILED,
            "The repository lacks its " + word + " " + id.name() + ".",
            "If it was cloned in part (--filter), fetch the rest first: git fetch --refetch; else"
                + " see what else it lacks: git fsck --full. Nothing was changed.",
            e)
        : refused(word, id, "it cannot be read (" + e.getMessage() + ")", e);
  }

  @Override
  public void close() {
    objects.close();
  }
}
