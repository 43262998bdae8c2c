package org.fxd.plugin.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

class NeedTest {
  private static Need need(String namespace, String filter) {
    return Need.of(
        new Requirement() {
          @Override
          public String getNamespace() {
            return namespace;
          }

          @Override
          public Map<String, String> getDirectives() {
            return Map.of("filter", filter);
          }

          @Override
          public Map<String, Object> getAttributes() {
            return Map.of();
          }

          @Override
          public Resource getResource() {
            throw new UnsupportedOperationException();
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (p=a.b)                                              | the package a.b
          (&(p=a.b)(version>=2.0.0)(!(version>=3.0.0)))        | the package a.b [2,3)
          (&(p=a.b)(version>=2.1.0))                           | the package a.b 2.1 or later
          (&(p=a.b)(!(version<=1.0.0))(version<=2.0.0))        | the package a.b (1,2]
          (&(p=a.b)(version>=1.0.0)(version<=1.0.0))           | the package a.b exactly 1
          (&(p=a.b)(version>=1.2.3.x))                         | the package a.b 1.2.3.x or later
          """)
  void rangesAreWrittenAsInAManifest(String filter, String words) {
    assertEquals(
        words,
        need("osgi.wiring.package", filter.strip().replace("(p=", "(osgi.wiring.package="))
            .toString());
  }

  @Test
  void otherThingsAreNamedForWhatTheyAre() {
    assertEquals("Java 21", need("osgi.ee", "(&(osgi.ee=JavaSE)(version=21))").toString());
    assertEquals(
        "the bundle a [1,2)",
        need(
                "osgi.wiring.bundle",
                "(&(osgi.wiring.bundle=a)(bundle-version>=1.0.0)(!(bundle-version>=2.0.0)))")
            .toString());
    assertEquals(
        "the extender x 1 or later",
        need("osgi.extender", "(&(osgi.extender=x)(version>=1))").toString());
    assertEquals("something of the sort acme", need("acme", "(|(a=1)(b=2))").toString());
  }
}
