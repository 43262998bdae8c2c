package org.fxd.source.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What is shown of a text, and how an edit of it goes back. */
class BodyTest {
  private static void check(String whole, String shown) {
    assertEquals(shown, new Body(whole).text());
    assertEquals(whole, new Body(whole).with(shown));
  }

  @Test
  void aFinalLineBreakIsNotShown() {
    check("", "");
    check("\n", "");
    check("a", "a");
    check("a\n", "a");
    check("a\r\n", "a");
    check("a\n\n", "a\n");
    check("\n\n", "\n");
    check("a\r", "a");
    check("a\r\r\nb\r\n", "a\nb");
    check("a\rb", "a\rb");
  }

  @Test
  void whatIsNotShownStays() {
    assertEquals("b\n", new Body("a\n").with("b"));
    assertEquals("b", new Body("a").with("b"));
    assertEquals("b\r\nc\r\n", new Body("a\r\n").with("b\nc"));
    assertEquals("\n", new Body("a\n").with(""));
    assertEquals("a\r\nnew\r\nb\nc\r\n", new Body("a\r\nb\nc\r\n").with("a\nnew\nb\nc"));
    assertEquals("a\r\nB\nc\r\n", new Body("a\r\nb\nc\r\n").with("a\nB\nc"));
    assertEquals("a\nb", new Body("a").with("a\nb"));
  }

  private static String text(Choices choices, String[] bits) {
    StringBuilder text = new StringBuilder();
    for (int left = choices.below(10); left > 0; left--) {
      text.append(bits[choices.below(bits.length)]);
    }
    return text.toString();
  }

  @Test
  void anEditedBodyIsShownAsItWasEdited() {
    Property.seeded(41)
        .runs(3000)
        .check(
            choices -> {
              Body body = new Body(text(choices, new String[] {"a", "b", "\n", "\r\n", "\r"}));
              assertEquals(body.whole(), body.with(body.text()));
              String edited = text(choices, new String[] {"a", "b", "c", "\n"});
              String after = new Body(body.with(edited)).text();
              // A text without a final line break cannot end in an empty line: that is one.
              boolean unbroken = !body.whole().matches("(?s).*[\r\n]") && edited.endsWith("\n");
              assertEquals(unbroken ? edited.substring(0, edited.length() - 1) : edited, after);
            });
  }
}
