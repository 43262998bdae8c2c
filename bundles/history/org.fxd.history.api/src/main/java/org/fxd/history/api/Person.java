package org.fxd.history.api;

/**
 * Who made a commit.
 *
 * @param name such as {@code Ada Lovelace}; no line break, {@code <} or {@code >}
 * @param email such as {@code ada@example.org}; may be empty; no line break, {@code <} or {@code >}
 */
public record Person(String name, String email) {
  public Person {
    if (name.isBlank() || broken(name) || broken(email)) {
      throw new IllegalArgumentException(
          "A name is not empty, and neither it nor the address holds '<', '>' or a line break");
    }
  }

  private static boolean broken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '>' || c == '\n' || c == '\r' || c == 0) {
        return true;
      }
    }
    return false;
  }

  /** {@code name <email>}. */
  @Override
  public String toString() {
    return name + " <" + email + ">";
  }
}
