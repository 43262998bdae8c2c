package org.fxd.source.core.view;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Name;

/**
 * Which names may be written to a disk. A project comes from anywhere; what it calls its files must
 * never lead out of the folder they are written to, nor into what other programs trust.
 *
 * @param windows whether the names of Windows have their special meanings
 */
record NameRule(boolean windows) {
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

  /** The rule for the system we run on. */
  static NameRule ofSystem() {
    return new NameRule(
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows"));
  }

  /** Why a name is refused; empty if it is not. */
  Optional<String> refusal(Name name) {
    for (byte b : name.bytes()) {
      if (b == '/' || b == 0 || windows && b == '\\') {
        return Optional.of("its name holds a character that separates folders");
      }
    }
    String text = name.toString();
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      return Optional.of("its name would lead out of the folder");
    }
    if (isGit(text)) {
      return Optional.of("its name is Git's own");
    }
    return windows ? windowsRefusal(text) : Optional.empty();
  }

  /** Also as systems see it that do not see some characters. */
  private boolean isGit(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(visible::appendCodePoint);
    String lower = visible.toString().toLowerCase(Locale.ROOT);
    return lower.equals(".git") || windows && lower.equals("git~1");
  }

  private static Optional<String> windowsRefusal(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || "<>:\"|?*".indexOf(c) >= 0)) {
      return Optional.of("its name holds a character that Windows does not allow");
    }
    if (text.endsWith(".") || text.endsWith(" ")) {
      return Optional.of("its name ends in a dot or a space, which Windows drops");
    }
    int dot = text.indexOf('.');
    String stem = (dot < 0 ? text : text.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    if (DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9\u00b9\u00b2\u00b3]")) {
      return Optional.of("its name is a device's on Windows");
    }
    return Optional.empty();
  }
}
