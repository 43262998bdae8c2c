package org.fxd.shell.command;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.Sources;

/** Compares lines in the plainest way: by the longest common subsequence. */
final class PlainLines {
  private PlainLines() {}

  /** Sources that can do this and nothing else. */
  static Sources sources() {
    return (Sources)
        Proxy.newProxyInstance(
            PlainLines.class.getClassLoader(),
            new Class<?>[] {Sources.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("lines")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return between(cut((byte[]) arguments[0]), cut((byte[]) arguments[1]));
            });
  }

  private static List<String> cut(byte[] text) {
    // With their line feeds: that a last line has none is a difference.
    String whole = new String(text, StandardCharsets.UTF_8);
    return whole.isEmpty() ? List.of() : List.of(whole.split("(?<=\n)"));
  }

  private static List<LineEdit> between(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? 1 + common[i + 1][j + 1]
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<LineEdit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int beginA = i;
      int beginB = j;
      while ((i < a.size() || j < b.size())
          && !(i < a.size() && j < b.size() && a.get(i).equals(b.get(j)))) {
        if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
          i++;
        } else {
          j++;
        }
      }
      if (i > beginA || j > beginB) {
        edits.add(new LineEdit(beginA, i, beginB, j));
      }
      while (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        i++;
        j++;
      }
    }
    return edits;
  }
}
