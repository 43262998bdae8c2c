package org.fxd.history.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.State;

/**
 * Git's rules for the names of branches and tags, so that each can be given to Git as it is. Each
 * rule has its own message.
 */
final class RefName {
  private static final String FORBIDDEN = " ~^:?*[\\";

  private RefName() {}

  /**
   * Checks a name.
   *
   * @return the full name of the reference
   * @throws UsageException if a rule is broken; says which
   */
  static String check(RefFamily family, String name) {
    Optional<String> broken = brokenRule(name).or(() -> longerThanAllowed(family, name));
    if (broken.isPresent()) {
      throw new UsageException(
          "'" + printable(name) + "' cannot name a " + family.word() + ": " + broken.get() + ".",
          "Choose a name of letters, digits, hyphens, dots and slashes, such as '"
              + family.example()
              + "'.");
    }
    return family.full(name);
  }

  private static Optional<String> brokenRule(String name) {
    if (name.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (name.equals("@") || name.equals(State.HEAD)) {
      return Optional.of("this word stands for what is checked out");
    }
    if (name.startsWith("-")) {
      return Optional.of("it begins with '-'");
    }
    if (name.startsWith("/") || name.endsWith("/") || name.contains("//")) {
      return Optional.of("it begins or ends with '/', or holds two of them in a row");
    }
    if (name.contains("..")) {
      return Optional.of("it holds '..'");
    }
    if (name.contains("@{")) {
      return Optional.of("it holds '@{'");
    }
    if (name.endsWith(".")) {
      return Optional.of("it ends with '.'");
    }
    return brokenPart(name).or(() -> brokenCharacter(name));
  }

  private static Optional<String> brokenPart(String name) {
    for (String part : name.split("/", -1)) {
      if (part.startsWith(".")) {
        return Optional.of("a part of it begins with '.'");
      }
      if (part.endsWith(".lock")) {
        return Optional.of("a part of it ends with '.lock'");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> brokenCharacter(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c == 0x7f) {
        return Optional.of("it holds a control character");
      }
      if (FORBIDDEN.indexOf(c) >= 0) {
        return Optional.of("it holds " + (c == ' ' ? "a space" : "'" + c + "'"));
      }
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      return Optional.of("it holds half a character");
    }
    return Optional.empty();
  }

  private static Optional<String> longerThanAllowed(RefFamily family, String name) {
    return isTooLong(family, name)
        ? Optional.of("it is longer than " + longest(family) + " bytes")
        : Optional.empty();
  }

  /** Whether a name is longer than any reference's can be. */
  static boolean isTooLong(RefFamily family, String name) {
    return name.getBytes(StandardCharsets.UTF_8).length > longest(family);
  }

  private static int longest(RefFamily family) {
    return Name.MAX_LENGTH - family.prefix().length();
  }

  private static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
  }
}
