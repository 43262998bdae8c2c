package org.fxd.history.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.State;

/**
 * Git's rules for the names of branches, so that every branch can be given to Git as it is. Each
 * rule has its own message.
 */
final class BranchName {
  private static final String FORBIDDEN = " ~^:?*[\\";

  private BranchName() {}

  /**
   * Checks a name.
   *
   * @return the name of the branch's reference
   * @throws UsageException if a rule is broken; says which
   */
  static String check(String name) {
    Optional<String> broken = brokenRule(name);
    if (broken.isPresent()) {
      throw new UsageException(
          "'" + printable(name) + "' cannot name a branch: " + broken.get() + ".",
          "Choose a name of letters, digits, hyphens, dots and slashes, such as 'feature/login'.");
    }
    return State.BRANCHES + name;
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
    int longest = Name.MAX_LENGTH - State.BRANCHES.length();
    if (name.getBytes(StandardCharsets.UTF_8).length > longest) {
      return Optional.of("it is longer than " + longest + " bytes");
    }
    return Optional.empty();
  }

  private static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
  }
}
