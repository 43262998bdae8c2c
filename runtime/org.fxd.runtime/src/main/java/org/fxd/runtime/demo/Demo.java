package org.fxd.runtime.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;

/** The demonstration, on one session. */
public final class Demo {
  private final Place place;
  private final Session session;
  private final PrintStream out;
  private final boolean colours;
  private int steps;

  /**
   * Will run in a session.
   *
   * @param io what the session writes to
   */
  public Demo(Place place, Session session, ShellIo io) {
    this.place = place;
    this.session = session;
    this.out = new PrintStream(io.out(), true, StandardCharsets.UTF_8);
    this.colours = io.colours() && io.terminalOut();
  }

  /** A step failed; the shell has said why. */
  private static final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    StoppedException(int code) {
      super(null, null, false, false);
      this.code = code;
    }
  }

  /**
   * Runs all steps.
   *
   * @return the exit code
   */
  public int run() throws IOException, InterruptedException {
    out.println(Greeting.text());
    out.println(
        "All of this happens in "
            + place.folder()
            + ", and nowhere else; lines after 'fxd>' are what you would type.");
    try {
      takeIn();
      edit();
      plugin();
      giveBack();
    } catch (StoppedException e) {
      out.println();
      out.println("The demonstration stopped at step " + steps + ".");
      return e.code;
    }
    return 0;
  }

  private void takeIn() throws StoppedException {
    step("Take FXD's own sources into a project: one file, " + place.project().getFileName());
    type("git:import --worktree-only " + quoted(place.source()));
    step("Keep this as the first commit");
    type("fxd:commit -m 'FXD as it is'");
    step("Look into a file: it is made of snippets, each with an identity of its own");
    type("node:ls " + Greeting.FILE);
  }

  private void edit() throws StoppedException {
    step("Edit one snippet; all around it stays, byte for byte");
    type("node:edit '" + Greeting.SNIPPET + "' --text '" + Greeting.edited() + "'");
    step("See what differs");
    type("fxd:diff");
    step("Commit, and look at the history");
    type("fxd:commit -m 'Greet in other words'");
    type("fxd:log");
    type("fxd:diff HEAD~1 --stat");
  }

  private void plugin() throws IOException, StoppedException {
    step("Drop a plugin into the plugins folder, while all this runs");
    Files.createDirectories(place.plugins());
    Path jar = place.plugins().resolve(place.plugin().getFileName());
    command("$", "cp " + quoted(place.plugin()) + " " + quoted(place.plugins()));
    Files.copy(place.plugin(), jar);
    type("plugin:rescan");
    type("plugin:list");
    step("Use the command that it brings");
    type("todo:list FIXME");
  }

  private void giveBack() throws IOException, InterruptedException, StoppedException {
    step("Give every file back");
    type("view:render --all " + quoted(place.out()));
    step("Compare with what came in");
    out.println("(without FXD's help: file by file, byte by byte, executable bits and links too)");
    Comparison found = Comparison.of(place.source(), place.out());
    out.printf(
        "%,d files are equal byte for byte; different: %s%n",
        found.equal(), found.different().isEmpty() ? "none" : String.join(", ", found.different()));
    if (!found.missing().isEmpty() || !found.more().isEmpty()) {
      out.println("missing: " + found.missing() + "; too many: " + found.more());
    }
    if (!found.different().equals(List.of(Greeting.FILE))
        || !found.missing().isEmpty()
        || !found.more().isEmpty()) {
      out.println("That is not what it should be: only " + Greeting.FILE + " was edited.");
      throw new StoppedException(1);
    }
    out.println("That is the edit, and nothing else.");
  }

  /** Says what to try next. */
  public void farewell(String command) {
    String fxd = quoted(command);
    String project = fxd + " -p " + quoted(place.project());
    heading("Three things to try");
    out.println("  " + project);
    out.println("      a shell on this project; 'help' lists the commands, Tab completes");
    out.println("  " + project + " -c 'fxd:show HEAD'");
    out.println("      the edit again, as the history keeps it");
    out.println("  " + fxd + " -p mine.fxd -c 'git:import DIR'");
    out.println("      the same with sources of yours; a Git repository comes with its history");
  }

  private void step(String text) {
    steps++;
    heading(steps + ". " + text);
  }

  private void heading(String text) {
    out.println();
    out.println(colours ? "\033[1m" + text + "\033[0m" : text);
  }

  private void type(String line) throws StoppedException {
    command("fxd>", line);
    int code = session.run(line);
    if (code != 0 || session.isEnded()) {
      throw new StoppedException(code);
    }
  }

  private void command(String prompt, String line) {
    out.println(colours ? "\033[2m" + prompt + "\033[0m " + line : prompt + " " + line);
  }

  private static String quoted(Path path) {
    return quoted(path.toString());
  }

  private static String quoted(String text) {
    return text.matches("[\\w./:\\\\+-]+") && text.indexOf('\\') < 0
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
