package org.fxd.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Value;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static String json(Object data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Json.write(data, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesEveryType() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", "a\"\n\u001bé");
    map.put("numbers", Arrays.asList(1, 2L, 2.5, new BigDecimal("1.10")));
    map.put("truth", true);
    map.put("nothing", null);
    map.put("maybe", Optional.of("x"));
    map.put("not", Optional.empty());
    assertEquals(
        "{\"text\":\"a\\\"\\n\\u001Bé\",\"numbers\":[1,2,2.5,1.10],\"truth\":true,"
            + "\"nothing\":null,\"maybe\":\"x\",\"not\":null}\n",
        json(map));
  }

  @Test
  void aStreamIsWrittenWhileItComes() {
    List<Integer> written = new ArrayList<>();
    Stream<Integer> items = Stream.of(1, 2, 3).peek(written::add);
    assertEquals(
        "{\"all\":[1,2,3],\"none\":[]}\n", json(map("all", items, "none", Stream.empty())));
    assertEquals(List.of(1, 2, 3), written);
  }

  @Test
  void aDocumentIsWrittenAsWhatItIs() {
    assertEquals("[{\"a\":[1]}]\n", json(List.of(new Value.Json("{\"a\":[1]}"))));
    for (String wrong : new String[] {"{\"a\":", "[] []", "", "nope", "[1]]"}) {
      String written = json(List.of(new Value.Json(wrong)));
      assertTrue(written.startsWith("[\""), written);
    }
  }

  private static Map<String, Object> map(String a, Object x, String b, Object y) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, x);
    map.put(b, y);
    return map;
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertEquals("[\"\ufffd\"]\n", json(List.of("\ud800")));
  }
}
