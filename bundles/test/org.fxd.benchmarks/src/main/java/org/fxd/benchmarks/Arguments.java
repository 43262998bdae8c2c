package org.fxd.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a part is told, as {@code name=value}.
 *
 * @param source where real code is: a folder or a zip file; {@code source=}
 * @param work where files are written; {@code work=}
 * @param runs how often each thing is measured; {@code runs=}
 * @param sizes how large projects are, in megabytes or snippets; {@code sizes=}, parted by commas
 * @param only the parts to measure; all if none is named; {@code only=}, parted by commas
 * @param quick whether rough figures will do; {@code quick=true}
 */
public record Arguments(
    Path source, Path work, int runs, List<Integer> sizes, List<String> only, boolean quick) {
  /** Whether a part is to be measured. */
  public boolean wants(String part) {
    return only.isEmpty() || only.contains(part);
  }

  /** Reads them. */
  public static Arguments of(String[] given) {
    Map<String, String> named = new TreeMap<>();
    for (String each : given) {
      int at = each.indexOf('=');
      named.put(each.substring(0, at), each.substring(at + 1));
    }
    List<Integer> sizes = new ArrayList<>();
    for (String size : named.getOrDefault("sizes", "10").split(",")) {
      sizes.add(Integer.valueOf(size));
    }
    return new Arguments(
        Path.of(named.getOrDefault("source", ".")),
        Path.of(named.getOrDefault("work", System.getProperty("java.io.tmpdir"))),
        Integer.parseInt(named.getOrDefault("runs", "9")),
        sizes,
        named.containsKey("only") ? List.of(named.get("only").split(",")) : List.of(),
        Boolean.parseBoolean(named.getOrDefault("quick", "false")));
  }
}
