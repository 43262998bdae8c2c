package org.fxd.git.jgit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitTag;
import org.fxd.git.jgit.object.GitTagCodec;
import org.fxd.git.jgit.object.MalformedObjectException;

/**
 * What a reference leads to: an object, maybe by way of tags.
 *
 * @param tags the bytes of the tags on the way, in order
 * @param object what is at the end
 * @param type its type, as in {@link Constants}; empty if the repository does not have it
 */
record TagChain(List<byte[]> tags, ObjectId object, Optional<Integer> type) {
  private static final int LONGEST = 100;

  /** Follows a reference. */
  static TagChain from(ObjectId start, GitReader reader) {
    List<byte[]> tags = new ArrayList<>();
    ObjectId at = start;
    Optional<Integer> type = reader.type(at);
    while (type.equals(Optional.of(Constants.OBJ_TAG))) {
      if (tags.size() == LONGEST) {
        throw GitReader.refused("tag", start, "it leads over more than " + LONGEST + " tags", null);
      }
      byte[] raw = reader.tag(at);
      tags.add(raw);
      try {
        GitTag tag = GitTagCodec.decode(raw);
        at = GitIds.of(tag.object());
      } catch (MalformedObjectException e) {
        throw GitReader.refused("tag", at, e.getMessage(), e);
      }
      type = reader.type(at);
    }
    return new TagChain(tags, at, type);
  }

  boolean isCommit() {
    return type.equals(Optional.of(Constants.OBJ_COMMIT));
  }

  /** What is at the end, for a person. */
  String word() {
    return type.map(Constants::typeString).orElse("nothing that the repository has");
  }
}
