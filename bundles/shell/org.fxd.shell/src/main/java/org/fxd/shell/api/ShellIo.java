package org.fxd.shell.api;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a session reads and writes, and how. Immutable. Text is UTF-8.
 *
 * @param in what is typed or piped in
 * @param out answers, and nothing else
 * @param err errors and progress
 * @param terminalIn whether a person types the input
 * @param terminalOut whether a person sees the answers
 * @param terminalErr whether a person sees errors and progress
 * @param colours whether what a terminal shows may be coloured
 * @param width how many columns a line has
 * @param directory the folder against which relative file names are taken
 */
public record ShellIo(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean terminalIn,
    boolean terminalOut,
    boolean terminalErr,
    boolean colours,
    int width,
    Path directory) {
  /**
   * System property: which of the process's descriptors 0, 1 and 2 are terminals, such as {@code
   * 02}. A start script knows; where it does not say, the platform is asked as far as it answers.
   */
  public static final String TERMINALS = "fxd.terminals";

  private static final int USUAL_WIDTH = 80;

  public ShellIo {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Streams without a terminal, in the process's folder. */
  public static ShellIo of(InputStream in, OutputStream out, OutputStream err) {
    return new ShellIo(in, out, err, false, false, false, false, USUAL_WIDTH, Path.of(""));
  }

  /**
   * The process's own input and outputs. Its descriptors are used directly, because {@code
   * System.out} would hide that nobody reads any more.
   */
  public static ShellIo ofProcess() {
    String term = System.getenv("TERM");
    String noColor = System.getenv("NO_COLOR");
    boolean dumb =
        term == null
            ? !System.getProperty("os.name", "").startsWith("Windows")
            : term.equals("dumb");
    return new ShellIo(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isTerminal(0),
        isTerminal(1),
        isTerminal(2) && !dumb,
        !dumb && (noColor == null || noColor.isEmpty()),
        columns(System.getenv("COLUMNS")),
        Path.of(""));
  }

  /** The same in another folder. */
  public ShellIo in(Path other) {
    return new ShellIo(in, out, err, terminalIn, terminalOut, terminalErr, colours, width, other);
  }

  private static int columns(String text) {
    try {
      int columns = text == null ? USUAL_WIDTH : Integer.parseInt(text.strip());
      return columns >= 20 ? columns : USUAL_WIDTH;
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  // From Java 22 on there is a console even where there is no terminal: then it tells nothing.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(int descriptor) {
    String told = System.getProperty(TERMINALS);
    if (told != null) {
      return told.indexOf('0' + descriptor) >= 0;
    }
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.startsWith("/dev/console");
      } catch (IOException e) {
        return false; // A descriptor that cannot be looked at is not one that a person watches.
      }
    }
    return Runtime.version().feature() < 22 && System.console() != null;
  }
}
