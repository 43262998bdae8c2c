package org.fxd.graph.core.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.core.projection.Projectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorParserTest {
  private static String canonical(String text) {
    return SelectorWriter.write(SelectorParser.parse(text));
  }

  @Test
  void readsEveryCondition() {
    Compound compound =
        new Compound(
            List.of(
                new Condition.Any(),
                new Condition.Type("snippet"),
                new Condition.Id("ab12"),
                new Condition.Has("a.b"),
                new Condition.Test("k", Condition.Operator.AT_MOST, "v w", true),
                new Condition.Can("x"),
                new Condition.Contains("t", false),
                new Condition.NthChild(-1, 3, Optional.empty()),
                new Condition.LastChild(),
                new Condition.Root(),
                new Condition.Empty()));
    SelectorList list =
        SelectorParser.parse(
            "*.snippet#ab12[a.b][ k <= 'v w' i ]:can(.x):contains( t ):nth-child( -n + 3 )"
                + ":last-child:root:empty");
    assertEquals(List.of(new Complex(List.of(compound), List.of())), list.any());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          .a.b                          | .a.b
          .a  .b\t.c                    | .a .b .c
          .a>.b > .c                    | .a > .b > .c
          .a,.b                         | .a, .b
          [ x ]                         | [x]
          [x="y"]                       | [x=y]
          [x='y']                       | [x=y]
          [x = y s]                     | [x=y]
          [x="1.5"]                     | [x=1.5]
          [x=-1.5e3 i]                  | [x=-1.5e3 i]
          [x="a b"i]                    | [x="a b" i]
          [x='a"\\'\\\\']               | [x="a\\"'\\\\"]
          [x=""]                        | [x=""]
          .a\\.b#c\\ d[\\[.\\]=é]       | .a\\.b#c\\ d[\\[.\\]=é]
          :nth-child(odd)               | :nth-child(2n+1)
          :nth-child(even)              | :nth-child(2n)
          :nth-child(1)                 | :first-child
          :nth-child(0n + 4 of .a,.b)   | :nth-child(4 of .a, .b)
          :nth-child(+3n - 2)           | :nth-child(3n-2)
          :nth-child(n of .a)           | :nth-child(n of .a)
          :not( .a , .b )               | :not(.a, .b)
          :has(>.a, > .b .c)            | :has(> .a, > .b .c)
          :has(> .a, .b)                | :is(:has(.b), :has(> .a))
          :can( .x )                    | :can(x)
          :contains('a b' i)            | :contains("a b" i)
          """)
  void writesOneForm(String text, String expected) {
    assertEquals(expected, canonical(text));
    assertEquals(expected, canonical(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``            | 1  | a condition is missing
          .a,           | 4  | a condition is missing
          .a >          | 5  | a condition is missing
          .a ) .b       | 4  | never opened
          .             | 2  | a type is missing
          snippet       | 1  | a word stands alone
          .a*           | 3  | * stands first
          .a + .b       | 4  | siblings
          .a!           | 3  | cannot stand here
          [             | 2  | the name of an attribute
          [x            | 3  | ']' is missing
          [x!y]         | 3  | not an operator
          [x&=y]        | 3  | not an operator
          [x=]          | 4  | a value is missing
          [x=a.b]       | 5  | here stands no ']'
          [x="y         | 4  | not closed
          [x="a\\n"]    | 6  | neither a quote nor a backslash
          .a\\          | 3  | nothing behind the backslash
          :hsa(.a)      | 2  | not known
          :not .a       | 5  | here stands no '('
          :not(.a       | 8  | ')' is missing
          :not()        | 6  | a condition is missing
          :can()        | 6  | a word is missing
          :nth-child(x) | 12 | a number is missing
          :nth-child(odt) | 12 | not a place
          :nth-child(1 or .a) | 14 | not 'of'
          :nth-child(9999999999) | 12 | too large
          """)
  void pointsAtTheColumn(String text, int column, String what) {
    SelectorException error =
        assertThrows(SelectorException.class, () -> SelectorParser.parse(text));
    assertEquals(column, error.column(), error.getMessage());
    assertTrue(error.getMessage().contains(what), error.getMessage());
    assertTrue(error.getMessage().contains("column " + column), error.getMessage());
    assertTrue(error.hint().isPresent());
    assertEquals(1, error.getMessage().lines().count());
  }

  @Test
  void showsWhereInALongText() {
    String text = ".a ".repeat(100) + "\n! " + ".b ".repeat(100);
    SelectorException error =
        assertThrows(SelectorException.class, () -> SelectorParser.parse(text));
    assertEquals(302, error.column());
    assertTrue(error.getMessage().contains(".a   <-- here ! .b .b"), error.getMessage());
    assertTrue(error.getMessage().length() < 200, error.getMessage());
  }

  @Test
  void tellsWhatWasProbablyMeant() {
    SelectorException error =
        assertThrows(SelectorException.class, () -> SelectorParser.parse(".a:nth-chidl(2)"));
    assertEquals(Optional.of("Probably :nth-child is meant."), error.hint());
  }

  @Test
  void refusesHalfACharacter() {
    for (String text : List.of(".\ud83d", "[x=\"\ude00\"]", ".\\\ud83d")) {
      assertThrows(SelectorException.class, () -> SelectorParser.parse(text));
    }
    assertEquals(".😀", canonical(".😀"));
  }

  @Test
  void boundsDepthAndLength() {
    String deep = ":not(".repeat(SelectorParser.DEPTH) + "*" + ")".repeat(SelectorParser.DEPTH);
    assertEquals(deep, canonical(deep));
    SelectorException tooDeep =
        assertThrows(SelectorException.class, () -> SelectorParser.parse(":not(" + deep + ")"));
    assertEquals(5 * SelectorParser.DEPTH + 2, tooDeep.column());
    String wide = ".a,".repeat(SelectorReader.LENGTH / 3) + "*";
    assertEquals(SelectorReader.LENGTH / 3 + 1, SelectorParser.parse(wide).any().size());
    assertThrows(SelectorException.class, () -> SelectorParser.parse(wide + ",*"));
    assertThrows(SelectorException.class, () -> SelectorParser.parse(":is(".repeat(16_000)));
  }

  @Test
  void selectorsAreEqualIfTheirTextsAre() {
    Projectors none = new Projectors();
    CompiledSelector one = CompiledSelector.of(".a   >.b", none);
    assertEquals(one, CompiledSelector.of(".a>.b", new Projectors()));
    assertEquals(one.hashCode(), CompiledSelector.of(".a>.b", none).hashCode());
    assertFalse(one.equals(CompiledSelector.of(".a .b", none)));
  }
}
