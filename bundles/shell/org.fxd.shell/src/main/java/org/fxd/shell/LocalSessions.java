package org.fxd.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.Caller;
import org.fxd.shell.call.Authors;
import org.fxd.shell.call.Commands;
import org.fxd.shell.call.FelixGogo;
import org.fxd.shell.call.Gogo;
import org.fxd.shell.call.ProjectDesk;
import org.fxd.shell.call.ProjectServices;
import org.fxd.shell.call.Surroundings;
import org.fxd.shell.remote.Sessions;
import org.fxd.shell.repl.Suggestions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The sessions of this host: for those in this process, and for those who call from others. Not
 * offered as {@link Shell} itself: a framework that shares only that with the program around it
 * would take a service that is something else besides for a foreign one.
 */
@Component(service = {LocalSessions.class, Sessions.class})
public final class LocalSessions implements Sessions {
  /** Framework property: the folder for what lasts, such as the prompt's history and the log. */
  private static final String DATA = "fxd.data.dir";

  private final Surroundings around;
  private final Suggestions suggestions;
  private final Optional<Path> data;
  private final Authors authors;

  /** Runs the commands of this host on its projects. */
  @Activate
  public LocalSessions(
      @Reference Commands commands,
      @Reference ProjectDesk desk,
      @Reference ProjectServices services,
      @Reference Authors authors,
      @Reference Suggestions suggestions,
      BundleContext context) {
    this.suggestions = suggestions;
    this.authors = authors;
    data = Optional.ofNullable(context.getProperty(DATA)).map(Path::of);
    around =
        new Surroundings(
            commands,
            desk,
            services,
            authors::current,
            (script, in, out, err, names, calls) ->
                gogo(context).run(script, in, out, err, names, calls));
  }

  /** A session of someone in this process. */
  Session open(ShellIo io) {
    return new LocalSession(io, around, suggestions, data);
  }

  @Override
  public Session open(ShellIo io, Caller caller) {
    return new LocalSession(io, around.by(() -> authors.of(caller)), suggestions, data);
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
