package org.fxd.runtime.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fxd.runtime.Host;
import org.fxd.runtime.HostBuilder;
import org.fxd.runtime.HostException;
import org.fxd.runtime.container.Distribution;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;

/** The command {@code fxd}. */
public final class Main {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private static final Duration SHELL = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(2);

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
      } else {
        code = new Main(options, err).run();
      }
    } catch (ParameterException e) {
      err.println(e.getMessage());
      err.println("fxd --help shows what it takes");
      code = USAGE;
    } catch (HostException e) {
      log(e);
      err.println(e.getMessage());
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

  private int run() {
    Path data = options.data().orElseGet(DataFolder::usual).toAbsolutePath().normalize();
    System.setProperty("fxd.data.dir", data.toString());
    System.setProperty("fxd.native.dir", data.resolve("native").toString());
    System.setProperty("org.sqlite.tmpdir", data.resolve("native").toString());
    System.setProperty("ZstdTempFolder", data.resolve("native").toString());
    Logs.into(data);
    HostBuilder builder = Host.builder(data);
    options.plugins().ifPresent(builder::plugins);
    try (Host host = builder.build()) {
      Lifeline lifeline = Lifeline.of(host);
      host.start();
      int code = run(host.await(Shell.class, SHELL), lifeline);
      host.stop(STOP);
      lifeline.done();
      return code;
    }
  }

  private int run(Shell shell, Lifeline lifeline) {
    try (Session session = shell.open(ShellIo.ofProcess())) {
      lifeline.watch(session);
      int code = options.project().map(session::project).orElse(OK);
      if (code != OK) {
        return code;
      }
      return options.steps().isEmpty() ? session.interactive() : run(session, options.steps());
    }
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
