package org.fxd.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.CurrentProgress;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.call.ArgumentParser;
import org.fxd.shell.call.Arguments;
import org.fxd.shell.call.Call;
import org.fxd.shell.call.CurrentProject;
import org.fxd.shell.call.Failures;
import org.fxd.shell.call.HeldProject;
import org.fxd.shell.call.HelpPage;
import org.fxd.shell.call.Notices;
import org.fxd.shell.call.Surroundings;
import org.fxd.shell.line.SplitLine;
import org.fxd.shell.line.SplitLine.Open;
import org.fxd.shell.print.AnswerStream;
import org.fxd.shell.print.ProgressLine;
import org.fxd.shell.repl.Prompt;
import org.fxd.shell.repl.Suggestions;
import org.fxd.shell.repl.Whereabouts;
import org.fxd.store.api.HeldException;

/** A session: finds what a line calls, runs it, and turns what happens into an exit code. */
final class LocalSession implements Session, Whereabouts {
  private static final long CLOSE_MILLIS = 1500;
  private static final int LEAST_COLUMNS = 20;

  private volatile ShellIo io;
  private final Surroundings around;
  private final Optional<Path> data;
  private final Suggestions suggestions;
  private final CurrentProject project;
  private final Failures failures;
  private final ReentrantLock working = new ReentrantLock();
  private volatile Cancellation running = Cancellation.none();
  private volatile boolean ended;
  private volatile boolean prompting;

  LocalSession(ShellIo io, Surroundings around, Suggestions suggestions, Optional<Path> data) {
    this.data = data;
    this.suggestions = suggestions;
    this.io = io;
    this.around = around;
    this.project = new CurrentProject(around.desk());
    this.failures = new Failures(() -> this.io, data);
  }

  @Override
  public int project(Path file, WhenHeld whenHeld) {
    return alone(() -> guarded("project " + file, false, () -> open(file, whenHeld)));
  }

  private int open(Path file, WhenHeld whenHeld) {
    try (ProgressLine line = new ProgressLine(io.err(), io.terminalErr(), io.width());
        CurrentProgress shown = CurrentProgress.begin(line)) {
      project.name(io.directory().resolve(file));
      return 0;
    } catch (HeldException e) {
      if (e.isHere() || whenHeld == WhenHeld.FAIL) {
        throw e;
      }
      if (whenHeld == WhenHeld.RETURN) {
        return HELD;
      }
      project.read(io.directory().resolve(file));
      failures.note(HeldProject.note(file, e));
      return 0;
    }
  }

  @Override
  public int run(String line) {
    return alone(() -> runLine(line));
  }

  private int runLine(String line) {
    String stripped = line.strip();
    if (stripped.startsWith("gogo:")) {
      return guarded(stripped, false, () -> gogo(stripped.substring(5)));
    }
    SplitLine split = SplitLine.of(line);
    if (split.words().isEmpty()) {
      return 0;
    }
    return guarded(
        line,
        saysJson(split.texts()),
        () -> {
          if (split.open() != Open.NOTHING) {
            throw new UsageException(
                "The line is not complete: it has " + split.open() + " that is not closed",
                "write a quote as \\' or \\\", or within the other sort of quotes");
          }
          return dispatch(split.texts(), io);
        });
  }

  @Override
  public int script(Path file) {
    if (file.toString().equals("-")) {
      return script("input", io.in());
    }
    Path path = io.directory().resolve(file);
    if (Files.isDirectory(path)) {
      return failures.report(
          new UsageException(
              "Cannot run " + path + " as a script: it is a folder", "-f takes a file of commands"),
          "script " + path,
          false);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return script(file.toString(), in);
    } catch (IOException e) {
      return failures.report(e, "script " + path, false);
    }
  }

  @Override
  public int script(String name, InputStream script) {
    return guarded("script " + name, false, () -> script(new LineSource(name, reader(script))));
  }

  @Override
  public int interactive() {
    if (!io.terminalIn()) {
      return script(Path.of("-"));
    }
    prompting = true;
    return new Prompt(this, this, suggestions, io.directory(), data, io.colours()).run();
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  @Override
  public void cancel() {
    running.cancel();
  }

  @Override
  public void close() {
    cancel();
    ended = true;
    boolean idle = false;
    try {
      idle = working.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      guarded(
          "close",
          false,
          () -> {
            project.use(null, List.of());
            return 0;
          });
    } finally {
      if (idle) {
        working.unlock();
      }
    }
  }

  @Override
  public Optional<Workspace> workspace() {
    return project.workspace();
  }

  @Override
  public <T> Optional<T> service(Class<T> type) {
    return workspace().flatMap(w -> around.services().find(type, w, Runnable::run));
  }

  @Override
  public void window(int columns) {
    if (columns >= LEAST_COLUMNS && columns != io.width()) {
      io =
          new ShellIo(
              io.in(),
              io.out(),
              io.err(),
              io.terminalIn(),
              io.terminalOut(),
              io.terminalErr(),
              io.colours(),
              columns,
              io.directory());
    }
  }

  private int script(LineSource source) {
    int code = 0;
    try {
      Optional<String> line = source.next();
      while (line.isPresent() && !ended) {
        code = run(line.get());
        if (ended) {
          return code;
        }
        if (code != 0) {
          io.err().write(source.place().getBytes(StandardCharsets.UTF_8));
          io.err().flush();
          return code;
        }
        line = source.next();
      }
      return code;
    } catch (IOException e) {
      return failures.report(e, source.place(), false);
    }
  }

  private int dispatch(List<String> words, ShellIo streams) throws Exception {
    String name = words.get(0);
    List<String> rest = words.subList(1, words.size());
    if (name.equals("exit") || name.equals("quit")) {
      return exit(rest);
    }
    return call(around.commands().named(name), rest, streams);
  }

  private int call(Command command, List<String> words, ShellIo streams) throws Exception {
    Arguments arguments = new ArgumentParser(command.spec()).parse(words);
    AnswerStream out = new AnswerStream(streams.out());
    Cancellation cancellation = Cancellation.none();
    running = cancellation;
    List<String> known = Notices.of(workspace());
    if (ended) {
      cancellation.cancel(); // Closed by another thread, right before.
    }
    try (Call call =
            new Call(command.spec(), arguments, around, project, streams, out, cancellation);
        CurrentProgress shown = CurrentProgress.begin(call.progress())) {
      if (arguments.flags().contains(Arguments.HELP)) {
        HelpPage page = new HelpPage(command.spec());
        call.answer(page.data(), page::print);
      } else {
        command.run(call);
      }
      if (prompting && streams.terminalOut() && out.isWithinLine()) {
        out.write('\n'); // Else the next prompt would stand behind the answer.
      }
      call.flush();
      Notices.tellNew(known, Notices.of(workspace()), streams);
      return 0;
    } catch (Exception | StackOverflowError e) {
      if (out.isAbandoned()) {
        ended = true;
        return Category.FAILED.exitCode();
      }
      out.flush(); // What was answered before it failed is still an answer.
      throw e;
    } finally {
      running = Cancellation.none();
    }
  }

  private int exit(List<String> words) {
    int code = 0;
    if (words.size() > 1 || (words.size() == 1 && !words.get(0).matches("\\d{1,3}"))) {
      throw new UsageException("exit takes an exit code from 0 to 255, or nothing");
    }
    if (words.size() == 1) {
      code = Integer.parseInt(words.get(0));
    }
    ended = true;
    return code;
  }

  private int gogo(String script) {
    // Gogo calls back on threads of its own, while this one waits with the session to itself.
    return around
        .gogo()
        .run(
            script,
            io.in(),
            io.out(),
            io.err(),
            around.commands().names(),
            (words, in, out) -> {
              ShellIo streams =
                  new ShellIo(
                      in, out, io.err(), false, false, false, false, io.width(), io.directory());
              return guarded(words.toString(), saysJson(words), () -> dispatch(words, streams));
            });
  }

  /** Something that may fail in any way, or ends with an exit code. */
  private interface Work {
    int run() throws Exception;
  }

  /** Does it while nobody else does something in this session. */
  private int alone(IntSupplier work) {
    working.lock();
    try {
      return work.getAsInt();
    } finally {
      working.unlock();
    }
  }

  private int guarded(String what, boolean json, Work work) {
    try {
      return work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failures.report(new FxdException("Interrupted", e), what, json);
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
      return failures.report(e, what, json);
    }
  }

  private static boolean saysJson(List<String> words) {
    int end = words.indexOf("--");
    return (end < 0 ? words : words.subList(0, end)).contains(Arguments.JSON);
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
