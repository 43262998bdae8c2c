package org.fxd.plugin.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginHost;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugin host of a folder: puts the parts together and answers for them. */
@Component(immediate = true)
public final class FolderHost implements PluginHost {
  private static final Logger LOG = LoggerFactory.getLogger(FolderHost.class);
  private static final int READERS = 2;
  private static final int STARTERS = 16;
  private static final Duration CLOSING = Duration.ofMillis(500);

  private final Settings settings;
  private final Loop loop = new Loop("fxd-plugins");
  private final Workers readers = new Workers(loop, "fxd-plugins-read", READERS);
  private final Workers starters = new Workers(loop, "fxd-plugins-start", STARTERS);
  private final Workers stoppers = new Workers(loop, "fxd-plugins-stop", STARTERS);
  private final ContentStore store;
  private final Board board;
  private final Deployer deployer;
  private final Intake intake;
  private final Surroundings surroundings;
  private final List<CountDownLatch> waiting = new ArrayList<>();
  private volatile FolderWatch watch;
  private volatile boolean closed;
  private boolean warned;

  /** Begins at once to look after the folder, on a thread of its own. */
  @Activate
  public FolderHost(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference EventAdmin events) {
    settings = Settings.of(context);
    store = new ContentStore(settings.content(), new JarCheck(JarCheck.Limits.DEFAULT));
    board = new Board(events);
    deployer =
        new Deployer(
            context,
            settings,
            loop,
            starters,
            stoppers,
            new Ledger(context.getDataFile("ledger").toPath()),
            board,
            new Assessor(new Unresolved(context), new Components(context, components)));
    intake = new Intake(settings, store, loop, readers, deployer);
    surroundings = new Surroundings(context, loop, deployer);
    deployer.moreToCome(intake::isExpecting);
    loop.afterEach(this::settle);
    loop.execute(this::open);
  }

  private void open() {
    surroundings.listen();
    deployer.adopt(store).forEach(intake::remember);
    scan(true);
    loop.after(settings.period(), this::tick);
  }

  private void tick() {
    scan(false);
    loop.after(settings.period(), this::tick);
  }

  private void settle() {
    deployer.settle();
    if (!waiting.isEmpty() && intake.isIdle() && deployer.isIdle()) {
      waiting.forEach(CountDownLatch::countDown);
      waiting.clear();
    }
  }

  private void scan(boolean all) {
    try {
      Files.createDirectories(settings.folder());
      listen();
      intake.scan(all);
      warned = false;
    } catch (IOException | RuntimeException e) {
      if (!warned) {
        warned = true;
        LOG.warn(
            "The plugins folder {} cannot be used, so no plugin comes from there: {}",
            settings.folder(),
            Text.cause(e));
      }
    }
  }

  /** Listens to the folder, anew if it was deleted and is back. */
  private void listen() throws IOException {
    if (closed || (watch != null && watch.isOpen())) {
      return;
    }
    if (watch != null) {
      watch.close();
    }
    FolderWatch next =
        new FolderWatch(
            settings.folder(),
            name -> {
              if (Intake.isJar(name)) {
                loop.execute(() -> intake.touched(name));
              }
            },
            () -> loop.execute(() -> scan(true)));
    watch = next;
    next.start();
    if (closed) {
      next.close();
    }
  }

  /** Lets go of the folder. Plugins run on: whoever starts the host again finds them. */
  @Deactivate
  public void close() {
    closed = true;
    surroundings.close();
    FolderWatch listening = watch;
    if (listening != null) {
      listening.close();
    }
    // An interrupt in the middle of installing could harm the framework's cache: it is the last
    // resort, for plugins that hang.
    loop.finish();
    List.of(readers, starters, stoppers).forEach(Workers::finish);
    long patienceEnds = System.nanoTime() + CLOSING.toNanos();
    loop.close(patienceEnds);
    List.of(readers, starters, stoppers).forEach(workers -> workers.close(patienceEnds));
  }

  @Override
  public Path folder() {
    return settings.folder();
  }

  @Override
  public List<Plugin> plugins() {
    return board.snapshot();
  }

  @Override
  public Plugin plugin(String name) {
    List<Plugin> all = board.snapshot();
    List<Plugin> exact =
        all.stream().filter(p -> p.jar().equals(name) || p.name().equals(name)).toList();
    List<Plugin> fitting =
        exact.isEmpty()
            ? all.stream()
                .filter(p -> p.jar().startsWith(name) || p.name().startsWith(name))
                .toList()
            : exact;
    if (fitting.size() == 1 && !name.isEmpty()) {
      return fitting.get(0);
    }
    if (fitting.size() > 1 && !name.isEmpty()) {
      throw new NotFoundException(
          "More than one plugin is called '" + name + "' or begins so.",
          "Say which: " + String.join(", ", fitting.stream().map(Plugin::jar).toList()));
    }
    throw new NotFoundException("There is no plugin '" + name + "'.", closest(all, name));
  }

  private String closest(List<Plugin> all, String name) {
    return all.isEmpty()
        ? "There are none; put a jar into " + settings.folder()
        : "There is "
            + String.join(
                ", ",
                all.stream()
                    .flatMap(p -> Stream.of(p.name()))
                    .distinct()
                    .sorted(Board.closestTo(name))
                    .limit(3)
                    .toList());
  }

  @Override
  public boolean rescan(Duration atMost) throws InterruptedException {
    return await(() -> scan(true), atMost);
  }

  @Override
  public boolean awaitSettled(Duration atMost) throws InterruptedException {
    return await(() -> {}, atMost);
  }

  private boolean await(Runnable first, Duration atMost) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    loop.execute(
        () -> {
          first.run();
          waiting.add(done);
        });
    return done.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
