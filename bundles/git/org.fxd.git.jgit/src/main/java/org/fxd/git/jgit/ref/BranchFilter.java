package org.fxd.git.jgit.ref;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which branches are wanted, by names in which {@code *} may stand for anything. */
public final class BranchFilter {
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();

  /** A filter; without names it takes all. */
  public BranchFilter(List<String> names) {
    for (String name : names) {
      String[] parts = name.split("\\*", -1);
      StringBuilder pattern = new StringBuilder();
      for (int i = 0; i < parts.length; i++) {
        pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
      }
      patterns.put(name, Pattern.compile(pattern.toString(), Pattern.DOTALL));
    }
  }

  /** Whether nothing is left out. */
  public boolean takesAll() {
    return patterns.isEmpty();
  }

  /** Whether a branch is wanted. */
  public boolean takes(String branch) {
    return takesAll()
        || patterns.values().stream().anyMatch(pattern -> pattern.matcher(branch).matches());
  }

  /** A name that none of these branches has. */
  public Optional<String> missing(Collection<String> branches) {
    return patterns.entrySet().stream()
        .filter(
            each -> branches.stream().noneMatch(name -> each.getValue().matcher(name).matches()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
