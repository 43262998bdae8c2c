package org.fxd.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.call.Authors;
import org.fxd.shell.call.Commands;
import org.fxd.shell.call.FelixGogo;
import org.fxd.shell.call.Gogo;
import org.fxd.shell.call.ProjectDesk;
import org.fxd.shell.call.ProjectServices;
import org.fxd.shell.call.Surroundings;
import org.fxd.shell.repl.Suggestions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell of this host. */
@Component
public final class LocalShell implements Shell {
  /** Framework property: the folder for what lasts, such as the prompt's history and the log. */
  private static final String DATA = "fxd.data.dir";

  private final Surroundings around;
  private final Suggestions suggestions;
  private final Optional<Path> data;

  /** Runs the commands of this host on its projects. */
  @Activate
  public LocalShell(
      @Reference Commands commands,
      @Reference ProjectDesk desk,
      @Reference ProjectServices services,
      @Reference Authors authors,
      @Reference Suggestions suggestions,
      BundleContext context) {
    this.suggestions = suggestions;
    data = Optional.ofNullable(context.getProperty(DATA)).map(Path::of);
    around =
        new Surroundings(
            commands,
            desk,
            services,
            authors,
            (script, in, out, err, names, calls) ->
                gogo(context).run(script, in, out, err, names, calls));
  }

  @Override
  public Session open(ShellIo io) {
    return new LocalSession(io, around, suggestions, data);
  }

  private static Gogo gogo(BundleContext context) {
    try {
      return new FelixGogo(context);
    } catch (LinkageError e) {
      throw new FxdException(
          Category.FAILED, "Gogo is not installed", "lines without 'gogo:' need none", e);
    }
  }
}
