package org.fxd.runtime.demo;

/** The line that the demonstration edits, in its own source. */
final class Greeting {
  /** Where this source is in FXD's tree, and the snippet in it. */
  static final String FILE =
      "runtime/org.fxd.runtime/src/main/java/org/fxd/runtime/demo/Greeting.java";

  static final String SNIPPET = FILE + "#Greeting.text";

  private Greeting() {}

  static String text() {
    return "A home for code that is not files.";
  }

  /** What {@link #text} becomes. */
  static String edited() {
    return """
      static String text() {
        return "Code is not files: it only looks like that from outside.";
      }
    """;
  }
}
