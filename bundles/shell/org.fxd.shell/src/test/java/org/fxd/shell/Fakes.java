package org.fxd.shell;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.call.Authors;
import org.fxd.shell.call.Commands;
import org.fxd.shell.call.ProjectDesk;
import org.fxd.shell.call.ProjectServices;
import org.fxd.shell.call.Surroundings;
import org.fxd.shell.repl.Suggestions;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Stand-ins for what a framework gives. */
public final class Fakes {
  private Fakes() {}

  /** What a command does. */
  public interface Body {
    void run(CommandContext context) throws Exception;
  }

  /** A command of a spec and a body. */
  public static Command command(CommandSpec spec, Body body) {
    return new Command() {
      @Override
      public CommandSpec spec() {
        return spec;
      }

      @Override
      public void run(CommandContext context) throws Exception {
        body.run(context);
      }
    };
  }

  /** These commands, without names as properties. */
  public static Commands commands(Command... commands) {
    Commands all = new Commands();
    for (Command command : commands) {
      all.add(service(command, 0, Map.of()));
    }
    return all;
  }

  /** A service of a command. */
  public static ComponentServiceObjects<Command> service(
      Command command, int ranking, Map<String, Object> properties) {
    ServiceReference<Command> reference = reference(ranking, properties);
    return new ComponentServiceObjects<>() {
      @Override
      public Command getService() {
        return command;
      }

      @Override
      public void ungetService(Command service) {}

      @Override
      public ServiceReference<Command> getServiceReference() {
        return reference;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static ServiceReference<Command> reference(int ranking, Map<String, Object> properties) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getProperty" ->
                  arguments[0].equals("ranking") ? ranking : properties.get(arguments[0]);
              case "compareTo" ->
                  Integer.compare(
                      ranking, (int) ((ServiceReference<?>) arguments[0]).getProperty("ranking"));
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              case "toString" -> "a service";
              default -> throw new UnsupportedOperationException(method.getName());
            };
    return (ServiceReference<Command>)
        Proxy.newProxyInstance(
            Fakes.class.getClassLoader(), new Class<?>[] {ServiceReference.class}, handler);
  }

  /** A session of these commands on these projects. */
  public static Session session(ShellIo io, Commands commands, Projects projects) {
    Surroundings around =
        new Surroundings(
            commands,
            new ProjectDesk(projects),
            new NoServices(),
            new Authors()::current,
            (script, in, o, e, names, calls) -> calls.call(List.of("t:echo", script), in, o));
    return new LocalSession(io, around, new Suggestions(commands), Optional.of(Path.of("data")));
  }

  private static final class NoServices implements ProjectServices {
    @Override
    public <T> Optional<T> find(Class<T> type, Workspace workspace, Consumer<Runnable> later) {
      return Optional.empty();
    }
  }

  /** What knows the answer to one question, and refuses all others. */
  public static <T> T of(Class<T> type, String question, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Fakes.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (!method.getName().equals(question)) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answer;
            }));
  }

  /** The context of a person who does not look at the answer. */
  public static CommandContext person() {
    return (CommandContext)
        Proxy.newProxyInstance(
            Fakes.class.getClassLoader(),
            new Class<?>[] {CommandContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "isJson" -> false;
                  case "answer" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** No project, ever. */
  public static Projects noProjects() {
    return (Projects)
        Proxy.newProxyInstance(
            Fakes.class.getClassLoader(),
            new Class<?>[] {Projects.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "all" -> List.of();
                  case "find" -> Optional.empty();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
