package org.fxd.git.jgit.intake;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.jgit.object.GitCommit;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.git.jgit.object.GitIds;

/** What a commit leads to, read from its first lines: a walk through all of them reads no more. */
record CommitLinks(ObjectId tree, List<ObjectId> parents) {
  private static final byte[] TREE = Constants.encodeASCII("tree ");
  private static final byte[] PARENT = Constants.encodeASCII("parent ");
  private static final int DIGITS = Constants.OBJECT_ID_STRING_LENGTH;

  /** Reads a commit. */
  static CommitLinks of(byte[] raw) {
    List<ObjectId> parents = new ArrayList<>();
    int at = end(raw, 0, TREE);
    int next = end(raw, at, PARENT);
    while (next >= 0) {
      parents.add(id(raw, at + PARENT.length));
      at = next;
      next = end(raw, at, PARENT);
    }
    // Whatever looks odd is left to who knows all forms.
    return at < 0 || at < raw.length && (raw[at] == ' ' || raw[at] == 'p')
        ? of(GitCommitCodec.decode(raw))
        : new CommitLinks(id(raw, TREE.length), parents);
  }

  private static CommitLinks of(GitCommit commit) {
    return new CommitLinks(
        GitIds.of(commit.tree()), commit.parents().stream().map(GitIds::of).toList());
  }

  /** Where a line with a key and an id ends; -1 if there is no such line. */
  private static int end(byte[] raw, int at, byte[] key) {
    int end = at + key.length + DIGITS;
    if (at < 0 || end >= raw.length || raw[end] != '\n') {
      return -1;
    }
    for (int i = 0; i < key.length; i++) {
      if (raw[at + i] != key[i]) {
        return -1;
      }
    }
    for (int i = at + key.length; i < end; i++) {
      if (Character.digit(raw[i], 16) < 0) {
        return -1;
      }
    }
    return end + 1;
  }

  private static ObjectId id(byte[] raw, int at) {
    return ObjectId.fromString(raw, at);
  }
}
