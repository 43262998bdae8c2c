package org.fxd.source.core.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.source.api.scan.SnippetScanner;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The whiteboard of scanners. A scanner is taken from the registry when a language is first asked
 * for, not when it appears: parsers are heavy, and most starts scan nothing.
 */
@Component(service = Scanners.class)
public final class ScannerBoard implements Scanners {
  // No lock is held while the registry is asked: it may start a component, which may bind here.
  private final ConcurrentNavigableMap<ServiceReference<SnippetScanner>, Holder> holders =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());
  private final AtomicLong generation = new AtomicLong();

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      service = SnippetScanner.class)
  void bind(ComponentServiceObjects<SnippetScanner> scanner) {
    holders.put(scanner.getServiceReference(), new Holder(scanner));
    generation.incrementAndGet();
  }

  void unbind(ComponentServiceObjects<SnippetScanner> scanner) {
    Holder holder = holders.remove(scanner.getServiceReference());
    if (holder != null) {
      holder.release();
    }
    generation.incrementAndGet();
  }

  @Override
  public List<SnippetScanner> all() {
    // By ranking, highest first.
    return holders.values().stream().flatMap(holder -> holder.get().stream()).toList();
  }

  @Override
  public Optional<SnippetScanner> forLanguage(String language) {
    // Those after the one that is found are not even taken from the registry.
    return holders.values().stream()
        .flatMap(holder -> holder.get().stream())
        .filter(scanner -> Scanners.languages(scanner).contains(language))
        .findFirst();
  }

  @Override
  public long generation() {
    return generation.get();
  }

  /** One scanner, taken from the registry once. */
  private static final class Holder {
    private final ComponentServiceObjects<SnippetScanner> objects;
    private final AtomicReference<SnippetScanner> taken = new AtomicReference<>();

    Holder(ComponentServiceObjects<SnippetScanner> objects) {
      this.objects = objects;
    }

    /** Empty if the registry does not give it (it is going away). */
    Optional<SnippetScanner> get() {
      SnippetScanner known = taken.get();
      if (known != null) {
        return Optional.of(known);
      }
      SnippetScanner fresh = objects.getService();
      if (fresh != null && !taken.compareAndSet(null, fresh)) {
        objects.ungetService(fresh);
      }
      return Optional.ofNullable(taken.get());
    }

    void release() {
      SnippetScanner known = taken.getAndSet(null);
      if (known != null) {
        objects.ungetService(known);
      }
    }
  }
}
