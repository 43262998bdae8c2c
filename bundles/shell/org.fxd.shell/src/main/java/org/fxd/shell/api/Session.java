package org.fxd.shell.api;

import java.io.InputStream;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One person's, or one script's, talk with the shell: it remembers the project that commands work
 * on. Belongs to one thread, but for {@link #cancel()}.
 *
 * <p>Nothing here throws because a command failed: what went wrong is written to the session's
 * error output, and the result is the exit code: 0 ok, 1 failed, 2 usage, 3 conflict, 4 denied.
 * Whoever runs several lines stops at the first that is not 0, and when {@link #isEnded()}.
 */
@ProviderType
public interface Session extends AutoCloseable {
  /**
   * Makes a project file the one that commands work on. If there is no such file, nothing happens
   * yet: the first command that fills a project, such as {@code git:import}, creates it, and every
   * other one says that it is not there.
   *
   * @return the exit code; not 0 if the file is there but cannot be opened
   */
  default int project(Path file) {
    return project(file, WhenHeld.FAIL);
  }

  /**
   * As {@link #project(Path)}, and says what to do if another process has the file open.
   *
   * @return the exit code, or {@link #HELD}
   * @since 1.1
   */
  int project(Path file, WhenHeld whenHeld);

  /** Another process has the file open, and the caller wanted to know that. */
  int HELD = -1;

  /**
   * What to do if another process has a project open.
   *
   * @since 1.1
   */
  enum WhenHeld {
    /** Fail, and say who has it. */
    FAIL,
    /** Say nothing and return {@link #HELD}. */
    RETURN,
    /** Open it only to be read, and say so and who has it in one line on the error output. */
    READ
  }

  /**
   * Runs one command line. A blank one does nothing.
   *
   * @return the exit code
   */
  int run(String line);

  /**
   * Runs the lines of a file in order, up to the first that fails. Blank lines and lines that begin
   * with {@code #} are skipped; a quotation may go on over several lines.
   *
   * @param file UTF-8; the path {@code -} stands for the session's input
   * @return the exit code of the last line that ran; 1 if the file cannot be read
   */
  int script(Path file);

  /**
   * Runs the lines of a stream as those of a script.
   *
   * @param name what the script is called in messages
   * @param script UTF-8; the caller closes it
   * @return the exit code of the last line that ran; not 0 if the stream cannot be read
   * @since 1.1
   */
  int script(String name, InputStream script);

  /**
   * Reads lines from a person, with history and completion, until {@code exit} or Ctrl-D. If the
   * input is no terminal, its lines are run as those of a script.
   *
   * @return the exit code: what {@code exit} was given, else that of the last line of a script and
   *     0 for a person
   */
  int interactive();

  /** Whether {@code exit} was run, or nobody reads the output any more. */
  boolean isEnded();

  /** Asks the command that is running, if one is, to stop. From any thread. */
  void cancel();

  /**
   * Stops what runs and closes the project, if this session opened it. From any thread. Again: does
   * nothing.
   */
  @Override
  void close();
}
