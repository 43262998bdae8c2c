package org.fxd.plugin.host;

/** Is told by the {@link Intake} what became of jars, on the loop's thread. */
interface Arrivals {
  /** A jar is whole, checked and in the content store; perhaps with the content it had before. */
  void arrived(String jar, Content content);

  /** A jar is there but cannot be used. */
  void refused(String jar, String reason);

  /** A jar is gone. */
  void gone(String jar);
}
