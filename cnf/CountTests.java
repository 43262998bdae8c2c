import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Sums the reports of an in-container run, whose tester closes without a count: prints {@code N
 * passed, N failed} and exits with 1 when a test failed or when none ran.
 */
public class CountTests {

  public static void main(String[] args) throws Exception {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Path report : reports(Path.of(args[0]))) {
      var cases = builder.parse(report.toFile()).getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        var test = (Element) cases.item(i);
        if (has(test, "failure") || has(test, "error")) {
          failed++;
        } else if (has(test, "skipped")) {
          skipped++;
        } else {
          passed++;
        }
      }
    }
    System.out.println(
        passed + " passed, " + failed + " failed" + (skipped > 0 ? ", " + skipped + " skipped" : ""));
    if (failed > 0 || passed == 0) {
      System.err.println(failed > 0 ? "In-container tests failed." : "No in-container test ran.");
      System.exit(1);
    }
  }

  private static List<Path> reports(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private static boolean has(Element test, String tag) {
    return test.getElementsByTagName(tag).getLength() > 0;
  }
}
