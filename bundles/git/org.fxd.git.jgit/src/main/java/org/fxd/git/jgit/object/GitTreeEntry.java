package org.fxd.git.jgit.object;

import org.fxd.git.api.history.GitId;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;

/**
 * An entry of a Git tree. Immutable.
 *
 * @param mode what it is and who may do what with it, as it was written, a number in base 8
 * @param name its name
 * @param id the object, or a commit of another repository
 */
public record GitTreeEntry(String mode, Name name, GitId id) {
  /** The mode that is written of a folder. */
  public static final String FOLDER = "40000";

  /** The mode that is written of a file that nobody executes. */
  public static final String FILE = "100644";

  private static final int TYPE = 0170000;

  /** What it is in a project. Git takes whatever it does not know for a submodule, and so do we. */
  public Kind kind() {
    return switch (bits() & TYPE) {
      case 0100000 -> Kind.FILE;
      case 0120000 -> Kind.SYMLINK;
      case 0040000 -> Kind.FOLDER;
      default -> Kind.GITLINK;
    };
  }

  /** Whether it is a file that its owner may execute: all that Git keeps of who may do what. */
  public boolean isExecutable() {
    return kind().equals(Kind.FILE) && (bits() & 0100) != 0;
  }

  private int bits() {
    // Nearly all are one of these, and asked for again and again.
    return switch (mode) {
      case FILE -> 0100644;
      case FOLDER -> 040000;
      case "100755" -> 0100755;
      default -> (int) Long.parseLong(mode, 8);
    };
  }

  /** The same entry with the mode that is written for what it is. */
  GitTreeEntry plain() {
    String plain = mode(kind(), isExecutable());
    return plain.equals(mode) ? this : new GitTreeEntry(plain, name, id);
  }

  /** The mode that is written. */
  static String mode(Kind kind, boolean executable) {
    if (kind.equals(Kind.FOLDER)) {
      return FOLDER;
    }
    if (kind.equals(Kind.SYMLINK)) {
      return "120000";
    }
    return kind.equals(Kind.GITLINK) ? "160000" : executable ? "100755" : FILE;
  }
}
