package org.fxd.plugin.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.fxd.plugin.api.Plugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Keeps bundles equal to what the {@link Intake} finds. Changes that come together are made
 * together: one exchange at a time, while plugins that start or hang hold up nobody. Confined to
 * the loop's thread.
 */
final class Deployer implements Arrivals {
  /**
   * How long to wait for other jars that are being read or were just touched, so that they come
   * together.
   */
  private static final Duration TOGETHER = Duration.ofMillis(50);

  private final BundleContext context;
  private final Settings settings;
  private final Loop loop;
  private final Workers stoppers;
  private final Starter starter;
  private final Ledger ledger;
  private final Board board;
  private final Assessor assessor;
  private final FrameworkWiring wiring;
  private final SortedMap<String, Jar> jars = new TreeMap<>();
  private SortedMap<String, Change> changes = new TreeMap<>();
  private final Map<String, Change> postponed = new HashMap<>();
  private BooleanSupplier moreToCome = () -> false;
  private boolean exchanging;
  private boolean waiting;
  private boolean waitedLongEnough;
  private boolean worldChanged;

  Deployer(
      BundleContext context,
      Settings settings,
      Loop loop,
      Workers starters,
      Workers stoppers,
      Ledger ledger,
      Board board,
      Assessor assessor) {
    this.context = context;
    this.settings = settings;
    this.loop = loop;
    this.stoppers = stoppers;
    this.starter = new Starter(starters, settings.start(), assessor, this::show);
    this.ledger = ledger;
    this.board = board;
    this.assessor = assessor;
    this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** Whom to ask if other jars are about to arrive. */
  void moreToCome(BooleanSupplier question) {
    moreToCome = question;
  }

  /** Takes over the bundles that the host had before it was stopped; returns their jars' names. */
  Collection<String> adopt(ContentStore store) {
    ledger
        .read()
        .forEach(
            (name, sha256) -> {
              Content content = new Content(sha256, store.place(sha256), null);
              Bundle bundle = context.getBundle(content.location());
              if (bundle != null) {
                Jar jar = new Jar(name);
                jar.adopt(new Content(sha256, content.file(), Facts.of(bundle)), bundle);
                jar.startDue(bundle.getState() != Bundle.ACTIVE);
                jars.put(name, jar);
              }
            });
    return List.copyOf(jars.keySet());
  }

  @Override
  public void arrived(String name, Content content) {
    changes.put(name, Change.to(content));
  }

  @Override
  public void refused(String name, String reason) {
    // What runs under this name runs on.
    changes.remove(name);
    Jar jar = jars.computeIfAbsent(name, Jar::new);
    jar.problem(reason);
    jar.shadowed(null);
    show(jar);
  }

  @Override
  public void gone(String name) {
    changes.put(name, Change.gone());
  }

  /** The bundles of the framework changed, perhaps not by the host. */
  void worldChanged() {
    worldChanged = true;
  }

  /** Something may have changed in how plugins fare. */
  void assessAll() {
    jars.values().forEach(this::show);
  }

  /** The same for the plugin of one bundle, if it is the host's. */
  void assess(Bundle bundle) {
    jars.values().stream().filter(jar -> jar.isOf(bundle)).findFirst().ifPresent(this::show);
  }

  /** Whether nothing is left to do but what hangs. */
  boolean isIdle() {
    return changes.isEmpty()
        && !exchanging
        && !worldChanged
        && jars.values().stream().allMatch(Jar::isSettled);
  }

  /** Does what there is to do, if it can be done now. Called after each task of the loop. */
  void settle() {
    if (exchanging) {
      return;
    }
    if (changes.isEmpty()) {
      if (worldChanged) {
        startWhatCan();
      }
    } else if (moreToCome.getAsBoolean() && !waitedLongEnough) {
      if (!waiting) {
        waiting = true;
        loop.after(TOGETHER, () -> waitedLongEnough = waiting);
      }
    } else {
      waiting = false;
      waitedLongEnough = false;
      SortedMap<String, Change> now = changes;
      changes = new TreeMap<>();
      exchange(now);
    }
  }

  private void exchange(SortedMap<String, Change> now) {
    List<Jar> leaving = new ArrayList<>();
    Map<Jar, Content> arriving = new LinkedHashMap<>();
    handOverRenamed(now);
    now.forEach(
        (name, change) -> {
          Jar jar = jars.computeIfAbsent(name, Jar::new);
          if (jar.phase() == Jar.Phase.HANGING_IN_STOP) {
            // Looked at again when it has let go.
            postponed.put(name, change);
          } else if (change.content().isEmpty()) {
            leave(jar, leaving);
          } else if (!isThere(jar, change.content().get())) {
            arriving.put(jar, change.content().get());
          }
        });
    new Duplicates(context, jars.values()).holdBack(leaving, arriving);
    arriving.keySet().stream().filter(j -> j.bundle().isPresent()).forEach(leaving::add);
    exchanging = true;
    Exchange exchange = new Exchange(settings, loop, stoppers, wiring, jars, this::released);
    exchange.takeOut(leaving, () -> putIn(exchange, leaving, arriving, now));
    assessAll();
  }

  private void leave(Jar jar, List<Jar> leaving) {
    if (jar.bundle().isPresent()) {
      leaving.add(jar);
    } else {
      jars.remove(jar.name);
      board.remove(jar.name);
    }
  }

  private boolean isThere(Jar jar, Content content) {
    boolean same =
        jar.bundle().filter(b -> b.getState() != Bundle.UNINSTALLED).isPresent()
            && jar.content().filter(c -> c.sha256().equals(content.sha256())).isPresent();
    if (same) {
      jar.problem(null);
      jar.shadowed(null);
      show(jar);
    }
    return same;
  }

  /** A jar that only got another name keeps its bundle running. */
  private void handOverRenamed(SortedMap<String, Change> now) {
    for (String name : List.copyOf(now.keySet())) {
      Jar old = jars.get(name);
      if (old == null || old.bundle().isEmpty() || now.get(name).content().isPresent()) {
        continue;
      }
      Content content = old.content().orElseThrow();
      Optional<String> next =
          now.keySet().stream()
              .filter(n -> now.get(n).content().filter(c -> same(c, content)).isPresent())
              .filter(n -> jars.get(n) == null || jars.get(n).bundle().isEmpty())
              .findFirst();
      if (next.isPresent() && old.phase() == Jar.Phase.IDLE) {
        Jar renamed = new Jar(next.get());
        renamed.adopt(content, old.bundle().get());
        renamed.startDue(old.isStartDue());
        old.failure().ifPresent(renamed::failure);
        jars.put(renamed.name, renamed);
        old.uninstalled();
      }
    }
  }

  private static boolean same(Content a, Content b) {
    return a.sha256().equals(b.sha256());
  }

  private void putIn(
      Exchange exchange,
      List<Jar> leaving,
      Map<Jar, Content> arriving,
      SortedMap<String, Change> now) {
    for (Jar jar : leaving) {
      if (jar.phase() == Jar.Phase.HANGING_IN_STOP) {
        arriving.remove(jar);
        postponed.put(jar.name, now.get(jar.name));
        show(jar);
      } else if (!arriving.containsKey(jar)) {
        jars.remove(jar.name);
        board.remove(jar.name);
      }
    }
    ledger.write(Exchange.ledger(jars, arriving));
    arriving.forEach(this::install);
    exchange.refresh(
        () -> {
          exchanging = false;
          offerShadowed();
          startWhatCan();
          assessAll();
        });
  }

  private void install(Jar jar, Content content) {
    Optional<Content> before = jar.content();
    try {
      jar.installed(content, context.installBundle(content.location()));
    } catch (BundleException | RuntimeException e) {
      String reason = "cannot be installed: " + Text.cause(e);
      before.ifPresent(old -> reinstall(jar, old));
      jar.problem(reason);
    }
  }

  private void reinstall(Jar jar, Content old) {
    try {
      jar.installed(old, context.installBundle(old.location()));
    } catch (BundleException | RuntimeException e) {
      jar.failure("the one before cannot be installed again: " + Text.cause(e));
    }
  }

  /** What had to stand back for another jar may have its turn now. */
  private void offerShadowed() {
    Duplicates duplicates = new Duplicates(context, jars.values());
    for (Jar jar : jars.values()) {
      jar.shadowed()
          .filter(content -> duplicates.rival(jar, content.facts(), List.of()).isEmpty())
          .ifPresent(content -> changes.putIfAbsent(jar.name, Change.to(content)));
    }
  }

  /** A plugin that did not stop in time has stopped after all. */
  private void released(Jar jar) {
    Change change = postponed.remove(jar.name);
    if (change != null) {
      changes.putIfAbsent(jar.name, change);
    }
    worldChanged = true;
    show(jar);
  }

  /** Resolves what can be resolved now, all together, and starts what is due. */
  private void startWhatCan() {
    worldChanged = false;
    List<Bundle> unresolved =
        jars.values().stream()
            .flatMap(jar -> jar.bundle().stream())
            .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
            .toList();
    if (!unresolved.isEmpty()) {
      wiring.resolveBundles(unresolved);
    }
    for (Jar jar : jars.values()) {
      boolean ready =
          jar.isStartDue()
              && !jar.isFragment()
              && jar.phase() == Jar.Phase.IDLE
              && jar.bundle().filter(b -> b.getState() == Bundle.RESOLVED).isPresent();
      if (ready) {
        starter.start(jar, jar.bundle().orElseThrow());
      }
    }
    unresolved.forEach(this::assess);
  }

  private void show(Jar jar) {
    if (jars.get(jar.name) != jar || (jar.bundle().isEmpty() && jar.problem().isEmpty())) {
      return;
    }
    Verdict verdict = assessor.assess(jar);
    Instant since =
        board
            .shown(jar.name)
            .filter(p -> p.state() == verdict.state())
            .map(Plugin::since)
            .orElseGet(Instant::now);
    Optional<Content> content = jar.bundle().flatMap(b -> jar.content()).or(jar::shadowed);
    Optional<JarFacts> facts = content.map(Content::facts);
    board.show(
        new Plugin(
            jar.name,
            facts.map(JarFacts::name).orElse(jar.name),
            facts.map(f -> f.version().toString()).orElse(""),
            verdict.state(),
            verdict.reason(),
            content.map(Content::sha256).orElse(""),
            Math.max(1, jar.generation()),
            since,
            jar.bundle().map(Assessor::services).orElse(List.of())));
  }
}
