package org.fxd.runtime.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fxd.runtime.Host;
import org.fxd.runtime.HostBuilder;
import org.fxd.runtime.HostException;
import org.fxd.runtime.container.Distribution;
import org.fxd.runtime.demo.Demo;
import org.fxd.runtime.demo.Place;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.Session.WhenHeld;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;
import org.slf4j.LoggerFactory;

/** The command {@code fxd}. */
public final class Main {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** System property: how a person calls this program. */
  private static final String COMMAND = "fxd.command.name";

  private static final Duration SHELL = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(2);

  /**
   * How long to wait, at least, for a project that another process has open and cannot run commands
   * in.
   */
  private static final Duration WAIT = Duration.ofSeconds(2);

  private static final Duration MOST = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 50;

  private final Options options;
  private final PrintStream err;

  private Main(Options options, PrintStream err) {
    this.options = options;
    this.err = err;
  }

  /** Runs what the options say and ends the process. */
  public static void main(String[] arguments) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code;
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        out.print(Options.usage());
        code = OK;
      } else if (options.version()) {
        out.println(version());
        code = OK;
      } else if (Relaunch.isNeeded()) {
        code = Relaunch.run(arguments);
      } else {
        code = new Main(options, err).run();
      }
    } catch (OptionsException e) {
      err.println(e.getMessage());
      err.println("fxd --help shows what it takes");
      code = USAGE;
    } catch (HostException e) {
      log(e);
      err.println(e.getMessage());
      code = FAILED;
    } catch (IOException e) {
      log(e);
      err.println(e.getMessage());
      code = FAILED;
    } catch (InterruptedException e) {
      err.println("Interrupted");
      code = FAILED;
    } catch (RuntimeException | LinkageError e) {
      log(e);
      err.println("FXD has a defect: " + e);
      err.println("the log in the data folder has more; please report it");
      code = FAILED;
    }
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static void log(Throwable failure) {
    LoggerFactory.getLogger(Main.class).error("Ended", failure);
  }

  private static String version() {
    return "fxd "
        + Distribution.at(Distribution.ownPlace()).version()
        + " (Java "
        + Runtime.version()
        + ", "
        + System.getProperty("java.vm.vendor")
        + ")";
  }

  private int run() throws IOException, InterruptedException {
    if (options.demo()) {
      return demo();
    }
    OptionalInt forwarded = forward(ShellIo.ofProcess());
    if (forwarded.isPresent()) {
      return forwarded.getAsInt();
    }
    return run(
        options.data().orElseGet(DataFolder::usual),
        options.plugins(),
        (session, io) -> steps(io).isEmpty() ? session.interactive() : run(session, steps(io)));
  }

  /** Has the steps run by whoever has the project open; empty if that is nobody. */
  private OptionalInt forward(ShellIo io) {
    List<Options.Step> steps = steps(io);
    return options.project().isEmpty() || steps.isEmpty()
        ? OptionalInt.empty()
        : new Forwarding(options.project().get(), steps, io)
            .run(Distribution.at(Distribution.ownPlace()).version());
  }

  /** What is to be run without a person; nothing if a person types. */
  private List<Options.Step> steps(ShellIo io) {
    return options.steps(io.terminalIn());
  }

  private int demo() throws IOException, InterruptedException {
    if (options.project().isPresent() || !options.steps().isEmpty()) {
      err.println("fxd demo takes no project and no commands: it makes a project of its own");
      return USAGE;
    }
    Place place = Place.make(Distribution.at(Distribution.ownPlace()));
    return run(
        options.data().orElseGet(place::data),
        Optional.of(options.plugins().orElseGet(place::plugins)),
        (session, io) -> {
          int code = session.project(place.project());
          Demo demo = new Demo(place, session, io);
          code = code == OK ? demo.run() : code;
          if (code == OK) {
            demo.farewell(System.getProperty(COMMAND, "fxd"));
          }
          return code;
        });
  }

  /** What is done in a session. */
  private interface Work {
    int in(Session session, ShellIo io) throws IOException, InterruptedException;
  }

  private int run(Path dataFolder, Optional<Path> plugins, Work work)
      throws IOException, InterruptedException {
    Path data = dataFolder.toAbsolutePath().normalize();
    Path natives = data.resolve("native");
    System.setProperty("fxd.data.dir", data.toString());
    System.setProperty("fxd.native.dir", natives.toString());
    System.setProperty("org.sqlite.tmpdir", natives.toString());
    System.setProperty("ZstdTempFolder", natives.toString());
    Logs.into(data);
    HostBuilder builder = Host.builder(data);
    plugins.ifPresent(builder::plugins);
    try (Host host = builder.build()) {
      Lifeline lifeline = Lifeline.of(host);
      host.start();
      int code = run(host.await(Shell.class, SHELL), lifeline, work);
      host.stop(STOP);
      lifeline.done();
      return code;
    }
  }

  private int run(Shell shell, Lifeline lifeline, Work work)
      throws IOException, InterruptedException {
    ShellIo io = ShellIo.ofProcess();
    try (Session session = shell.open(io)) {
      lifeline.watch(session);
      if (options.project().isEmpty()) {
        return work.in(session, io);
      }
      Path project = options.project().get();
      if (steps(io).isEmpty()) {
        int code = session.project(project, WhenHeld.READ);
        return code == OK ? work.in(session, io) : code;
      }
      return run(session, project, io, work);
    }
  }

  /**
   * As long as two starts take here and now, since the other process may be in the midst of one.
   */
  private static Duration patience() {
    Duration started =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(start -> Duration.between(start, Instant.now()))
            .orElse(Duration.ZERO);
    Duration twice = started.multipliedBy(2);
    return twice.compareTo(WAIT) < 0 ? WAIT : twice.compareTo(MOST) > 0 ? MOST : twice;
  }

  /** Whoever has the project open may be just about to listen, or to close it. */
  private int run(Session session, Path project, ShellIo io, Work work)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience().toNanos();
    int code = session.project(project, WhenHeld.RETURN);
    while (code == Session.HELD && System.nanoTime() < deadline) {
      OptionalInt forwarded = forward(io);
      if (forwarded.isPresent()) {
        return forwarded.getAsInt();
      }
      Thread.sleep(LOOK_MILLIS);
      code = session.project(project, WhenHeld.RETURN);
    }
    code = code == Session.HELD ? session.project(project) : code;
    return code == OK ? work.in(session, io) : code;
  }

  private static int run(Session session, List<Options.Step> steps) {
    int code = OK;
    for (Options.Step step : steps) {
      code = step.script() ? session.script(Path.of(step.text())) : session.run(step.text());
      if (code != OK || session.isEnded()) {
        break;
      }
    }
    return code;
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
