package org.fxd.merge.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;

/** Finds functions at the margin, with the indented lines behind them. */
final class DefScanner implements SnippetScanner {
  private static final Pattern FUNCTION =
      Pattern.compile("(?m)^def (\\w+).*\\n(?:(?: .*)?\\n)*? .*\\n?(?=\\n|\\z|\\S)");

  @Override
  public Set<String> languages() {
    return Set.of("python");
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
    Matcher matcher = FUNCTION.matcher(new String(text, StandardCharsets.ISO_8859_1));
    return matcher
        .results()
        .map(it -> new Region("function", it.group(1), it.start(), it.end(), List.of()))
        .toList();
  }
}
