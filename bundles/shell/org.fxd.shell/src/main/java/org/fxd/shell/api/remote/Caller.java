package org.fxd.shell.api.remote;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Who sends commands, from where, and how the answers are shown.
 *
 * @param project the project's file, absolute
 * @param directory the folder against which relative file names are taken, absolute
 * @param terminalOut whether a person sees the answers
 * @param terminalErr whether a person sees errors and progress
 * @param colours whether what a terminal shows may be coloured
 * @param width how many columns a line has
 * @param user the operating system's user, for the log
 * @param authorName what the caller's environment says for Git, if it does
 * @param authorEmail what the caller's environment says for Git, if it does
 */
public record Caller(
    Path project,
    Path directory,
    boolean terminalOut,
    boolean terminalErr,
    boolean colours,
    int width,
    String user,
    Optional<String> authorName,
    Optional<String> authorEmail) {
  /** The widest line. */
  public static final int MAX_WIDTH = 10_000;

  /** The narrowest line. */
  public static final int MIN_WIDTH = 20;

  public Caller {
    width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
  }
}
