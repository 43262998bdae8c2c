package org.fxd.git.jgit.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitHasher;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitObjects;

/** An export to nowhere: it tells the ids that objects would have. */
final class GitIdsOnly implements GitObjects {
  private static final int PIECE = 1 << 13;

  private final ObjectReader objects;
  private final Map<GitId, byte[]> trees = new HashMap<>();

  GitIdsOnly(ObjectReader objects) {
    this.objects = objects;
  }

  @Override
  public GitId put(int type, byte[] content) {
    GitId id = GitHasher.id(Constants.typeString(type), content);
    if (type == Constants.OBJ_TREE) {
      trees.put(id, content);
    }
    return id;
  }

  @Override
  public GitId putFile(long size, InputStream in) {
    GitHasher hasher = new GitHasher(GitHasher.BLOB, size);
    byte[] piece = new byte[PIECE];
    try {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        hasher.update(piece, 0, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hasher.id();
  }

  @Override
  public byte[] tree(GitId id) {
    byte[] known = trees.get(id);
    if (known != null) {
      return known;
    }
    try {
      return objects.open(GitIds.of(id), Constants.OBJ_TREE).getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
