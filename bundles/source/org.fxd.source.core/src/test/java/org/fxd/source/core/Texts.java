package org.fxd.source.core;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxd.testkit.Choices;

/** Makes texts out of choices. */
public final class Texts {
  private static final List<String> PARTS =
      List.of(
          "a",
          "\n",
          "\r\n",
          "\r",
          "\n\n",
          " ",
          "\t",
          "def f():\n",
          "  def g(x):\n",
          "class A:\n",
          "x = 1\n",
          "\uFEFF",
          "\u00e4",
          "\u20ac",
          "\ud83d\ude00",
          "# note\n",
          "    return 1\n",
          "\f",
          "\u2028",
          "\0");

  private Texts() {}

  /** All sorts of line ends in UTF-8 or Latin-1, or bytes of no encoding, or a mixture. */
  public static byte[] bytes(Choices choices) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Charset charset = choices.chance(25) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    int noise = choices.pick(List.of(0, 0, 10, 100));
    for (int left = choices.below(40); left > 0; left--) {
      if (choices.chance(noise)) {
        out.write(choices.below(256));
      } else {
        out.writeBytes(choices.pick(PARTS).getBytes(charset));
      }
    }
    return out.toByteArray();
  }

  /** The text of a file with functions, some in classes. */
  public static String code(Choices choices) {
    StringBuilder text = new StringBuilder(choices.chance(50) ? "import x\n\n" : "");
    for (int left = choices.below(8); left > 0; left--) {
      if (choices.chance(40)) {
        text.append("class C").append(choices.below(4)).append(":\n  k = 1\n\n");
        for (int inner = choices.below(4); inner > 0; inner--) {
          text.append(function(choices, "  ")).append(choices.chance(80) ? "\n" : "");
        }
      } else {
        text.append(function(choices, "")).append(choices.chance(80) ? "\n" : "");
      }
    }
    return text.toString();
  }

  /** The text with some lines changed, gone, doubled or moved. */
  public static String edited(Choices choices, String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    for (int left = choices.between(1, 5); left > 0 && !lines.isEmpty(); left--) {
      int at = choices.below(lines.size());
      switch (choices.below(5)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(choices.below(lines.size()), lines.remove(at));
        case 2 -> lines.add(at, lines.get(choices.below(lines.size())));
        case 3 -> lines.set(at, lines.get(at).replace('f', 'h'));
        default -> lines.add(at, function(choices, ""));
      }
    }
    return String.join("", lines);
  }

  private static String function(Choices choices, String indent) {
    StringBuilder text = new StringBuilder();
    text.append(indent).append("def f").append(choices.below(5)).append("(a):\n");
    for (int left = choices.between(1, 4); left > 0; left--) {
      text.append(indent).append("  v").append(choices.below(6)).append(" = call");
      text.append(choices.below(6)).append("(a)\n");
    }
    return text.toString();
  }
}
