package org.fxd.runtime.launch;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceConfigurationError;
import org.fxd.shell.api.ShellIo;

/**
 * The command {@code fxd} where a start script sees that a process has the project open: sends it
 * the commands. Of the program it has only what that needs, and it is started with what makes a
 * short life quick. If nobody answers, the script is run once more, to start the whole program.
 */
public final class Client {
  /** System property: the version of this FXD. */
  private static final String VERSION = "fxd.version";

  /**
   * System property of the platform, and its value on Linux: without it, all jars are searched for
   * another one.
   */
  private static final String SELECTORS = "java.nio.channels.spi.SelectorProvider";

  private static final String LINUX_SELECTORS = "sun.nio.ch.EPollSelectorProvider";

  private Client() {}

  /** Has what the arguments say run there, and ends the process. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (System.getProperty("os.name").equals("Linux") && System.getProperty(SELECTORS) == null) {
      System.setProperty(SELECTORS, LINUX_SELECTORS);
    }
    OptionalInt code = forward(arguments);
    System.exit(code.isPresent() ? code.getAsInt() : Relaunch.script(arguments));
  }

  private static OptionalInt forward(String... arguments) {
    try {
      Options options = Options.parse(arguments);
      ShellIo io = ShellIo.ofProcess();
      List<Options.Step> steps = options.steps(io.terminalIn());
      return options.project().isEmpty() || steps.isEmpty() || !options.isToWork()
          ? OptionalInt.empty()
          : new Forwarding(options.project().get(), steps, io)
              .run(System.getProperty(VERSION, "unknown"));
    } catch (OptionsException e) {
      return OptionalInt.empty(); // The program says what is wrong with them.
    } catch (ServiceConfigurationError e) {
      return OptionalInt.empty(); // This Java has other selectors; the program asks for none.
    }
  }
}
