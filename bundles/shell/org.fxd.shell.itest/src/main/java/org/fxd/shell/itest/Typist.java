package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;

/** One who types lines into a session and reads what comes back. */
final class Typist implements AutoCloseable {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Session session;

  Typist(Shell shell, Path directory) {
    this(shell, directory, "");
  }

  Typist(Shell shell, Path directory, String input) {
    session =
        shell.open(
            ShellIo.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err)
                .in(directory));
  }

  /** One whose project {@code x.fxd} has taken in {@link Trees} from {@code tree}, committed. */
  static Typist withProject(Shell shell, Path directory) throws IOException {
    Trees.write(directory.resolve("tree"));
    Typist typist = new Typist(shell, directory);
    typist.ok("fxd:init x.fxd");
    typist.ok("git:import tree");
    typist.ok("fxd:commit -m first");
    return typist;
  }

  Session session() {
    return session;
  }

  /** Runs a line that must end well; returns its answer. */
  String ok(String line) {
    int code = run(line);
    assertEquals(0, code, () -> line + "\n" + err());
    assertFalse(err().contains("error"), err());
    return out();
  }

  /** Runs a line that must fail with a code; returns what is said of it. */
  String fails(int expected, String line) {
    int code = run(line);
    assertEquals(expected, code, () -> line + "\n" + out() + err());
    return err();
  }

  int run(String line) {
    out.reset();
    err.reset();
    return session.run(line);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    session.close();
  }
}
