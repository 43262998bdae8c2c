package org.fxd.shell.call;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandSpec;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands there are: all {@link Command} services, by name; of two with one name the one with
 * the higher ranking. A command that says its name as a service property is made when it is needed.
 */
@Component(service = Commands.class)
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** How long a command may be on its way: longer than a half-copied jar is waited for. */
  private static final Duration PLUGINS_START = Duration.ofSeconds(5);

  private final ConcurrentHashMap<ServiceReference<Command>, Offer> offers =
      new ConcurrentHashMap<>();

  /** Who may still be starting plugins that bring commands; null if nobody is. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PluginHost plugins;

  /** A command came. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void add(ComponentServiceObjects<Command> command) {
    offers.put(command.getServiceReference(), new Offer(command));
  }

  /** A command went. */
  public void remove(ComponentServiceObjects<Command> command) {
    Offer offer = offers.remove(command.getServiceReference());
    if (offer != null) {
      offer.release();
    }
  }

  /**
   * Waits for plugins that are being started, so that their commands are there too: a host that was
   * started for one command would otherwise be asked for it too early.
   */
  public void awaitPlugins() throws InterruptedException {
    PluginHost host = plugins;
    if (host != null && !host.awaitSettled(PLUGINS_START)) {
      LOG.warn("Plugins are still being started; their commands may not be there yet");
    }
  }

  /** The names of all commands, in order. */
  public NavigableSet<String> names() {
    NavigableSet<String> names = new TreeSet<>();
    for (Offer offer : offers.values()) {
      offer.name().ifPresent(names::add);
    }
    return names;
  }

  /** The command with a name. */
  public Optional<Command> find(String name) {
    return offers.values().stream()
        .filter(offer -> offer.name().filter(name::equals).isPresent())
        .max(Comparator.comparing(Offer::reference))
        .flatMap(Offer::command);
  }

  /**
   * The command that a person means by a name.
   *
   * @throws org.fxd.graph.api.error.UsageException if there is none; the hint names what comes
   *     close
   */
  public Command named(String typed) throws InterruptedException {
    String name = typed.equals("help") ? "sys:help" : typed;
    Optional<Command> command = find(name);
    if (command.isEmpty()) {
      awaitPlugins();
      command = find(name);
    }
    return command.orElseThrow(() -> new UnknownCommand(name, this).failure());
  }

  /** The spec of the command with a name. */
  public Optional<CommandSpec> spec(String name) {
    return find(name).map(Command::spec);
  }

  /** The specs of all commands, in the order of their names. */
  public Collection<CommandSpec> specs() {
    return names().stream().map(this::spec).flatMap(Optional::stream).toList();
  }

  /** The names of a scope's commands, such as those that begin with {@code fxd:}. */
  public List<String> inScope(String scope) {
    return names().stream().filter(name -> name.startsWith(scope + ":")).toList();
  }

  /** One service, and its command once it was asked for. */
  private static final class Offer {
    private final ComponentServiceObjects<Command> service;
    private Command command;
    private String name;

    Offer(ComponentServiceObjects<Command> service) {
      this.service = service;
      name = service.getServiceReference().getProperty(Command.NAME) instanceof String s ? s : null;
    }

    ServiceReference<Command> reference() {
      return service.getServiceReference();
    }

    synchronized Optional<String> name() {
      if (name == null) {
        name = command().map(c -> c.spec().name()).orElse(null);
      }
      return Optional.ofNullable(name);
    }

    synchronized Optional<Command> command() {
      if (command == null) {
        try {
          Command made = service.getService();
          if (made != null && (name == null || made.spec().name().equals(name))) {
            command = made;
          } else {
            LOG.warn("{} offers no command that can be used", service.getServiceReference());
          }
        } catch (RuntimeException | LinkageError e) {
          LOG.warn("{} offers a command that fails", service.getServiceReference(), e);
        }
      }
      return Optional.ofNullable(command);
    }

    synchronized void release() {
      if (command != null) {
        service.ungetService(command);
        command = null;
      }
    }
  }
}
