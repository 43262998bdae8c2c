package org.fxd.source.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

class ScannerBoardTest {
  private record Toy(Set<String> languages) implements SnippetScanner {
    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
      return List.of();
    }
  }

  /** A registered scanner that counts how often it was taken. */
  private static final class Registered implements ComponentServiceObjects<SnippetScanner> {
    final SnippetScanner scanner;
    final ServiceReference<SnippetScanner> reference;
    int taken;

    Registered(int ranking, String... languages) {
      this.scanner = new Toy(Set.of(languages));
      this.reference = reference(ranking);
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<SnippetScanner> reference(int ranking) {
      return (ServiceReference<SnippetScanner>)
          Proxy.newProxyInstance(
              Registered.class.getClassLoader(),
              new Class<?>[] {ServiceReference.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getProperty" -> ranking;
                    case "compareTo" ->
                        Integer.compare(
                            ranking,
                            (int) ((ServiceReference<?>) arguments[0]).getProperty("ranking"));
                    default -> null;
                  });
    }

    @Override
    public SnippetScanner getService() {
      taken++;
      return scanner;
    }

    @Override
    public void ungetService(SnippetScanner service) {
      assertSame(scanner, service);
      taken--;
    }

    @Override
    public ServiceReference<SnippetScanner> getServiceReference() {
      return reference;
    }
  }

  @Test
  void theHighestRankingThatKnowsTheLanguageIsAsked() {
    ScannerBoard board = new ScannerBoard();
    Registered low = new Registered(0, "java", "go");
    Registered high = new Registered(5, "java");
    board.bind(low);
    board.bind(high);
    assertEquals(Optional.of(high.scanner), board.forLanguage("java"));
    assertEquals(Optional.of(low.scanner), board.forLanguage("go"));
    assertEquals(Optional.empty(), board.forLanguage("text"));
  }

  @Test
  void aScannerIsTakenWhenOneIsNeededAndGivenBack() {
    ScannerBoard board = new ScannerBoard();
    Registered java = new Registered(0, "java");
    board.bind(java);
    long generation = board.generation();
    assertEquals(0, java.taken);
    assertEquals(Optional.of(java.scanner), board.forLanguage("java"));
    assertEquals(Optional.of(java.scanner), board.forLanguage("java"));
    assertEquals(1, java.taken);
    board.unbind(java);
    assertEquals(0, java.taken);
    assertEquals(Optional.empty(), board.forLanguage("java"));
    assertEquals(generation + 1, board.generation());
  }
}
