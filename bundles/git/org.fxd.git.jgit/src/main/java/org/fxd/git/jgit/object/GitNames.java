package org.fxd.git.jgit.object;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.graph.api.Name;

/**
 * Names that no Git tree may have: those that lead somewhere else, and {@code .git} in all its
 * disguises, which would make Git obey what only looks like a file. Disguises are those that the
 * file systems of macOS and Windows see through.
 */
public final class GitNames {
  /** What HFS+ does not look at in a name. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]");

  /** What NTFS does not look at: an end of dots and spaces, and the name of a stream. */
  private static final Pattern NTFS =
      Pattern.compile("(\\.git|git~1)[. ]*([:\\\\].*)?", Pattern.DOTALL);

  private GitNames() {}

  /** Why Git has no room for a name, as a part of a sentence; empty if it has. */
  public static Optional<String> problem(Name name) {
    byte[] bytes = name.bytes();
    if (bytes.length == 0) {
      return Optional.of("it is empty");
    }
    for (byte octet : bytes) {
      if (octet == '/' || octet == 0) {
        return Optional.of("it holds " + (octet == 0 ? "a zero byte" : "a slash"));
      }
    }
    if (bytes.length <= 2 && bytes[0] == '.' && bytes[bytes.length - 1] == '.') {
      return Optional.of("it leads to another folder");
    }
    return isDotGit(bytes)
        ? Optional.of("Git or a file system takes it for .git")
        : Optional.empty();
  }

  private static boolean isDotGit(byte[] bytes) {
    if (bytes[0] > 0 && bytes[0] != '.' && bytes[0] != 'g' && bytes[0] != 'G') {
      return false; // Nearly all names are done with here.
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    String seen = UNSEEN.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return seen.equals(".git") || NTFS.matcher(seen).matches();
  }
}
