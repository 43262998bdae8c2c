package org.fxd.source.treesitter;

import static org.fxd.source.treesitter.Scans.assertOutline;

import org.junit.jupiter.api.Test;

/** What is a section in Markdown. */
class MarkdownScannerTest {
  @Test
  void headingsOfBothKindsAndWhatIsNone() {
    assertOutline(
        "markdown",
        """
        ---
        title: x
        ---
        Intro.

        # One #
        text
        ```sh
        # no
        ```
        ## Two
        - ```
          # no
          ```
        - item
        # Three

        Multi
        line
        ===
        para
        - - -
        Sub
        ---
        > # quoted

        1. foo

           # in list

            # code

        <!--
        # hidden
        -->
        <div>
        # raw
        </div>

        ####### seven
        #nospace
        ##\s
        """,
        """
        section One |# One #⏎text⏎```sh⏎# no⏎```⏎…|
          section Two |## Two⏎- ```⏎  # no⏎  ```⏎- item⏎|
        section Three |# Three⏎⏎|
        section Multi line |Multi⏎line⏎===⏎para⏎- - -⏎……|
          section Sub |Sub⏎---⏎> # quoted⏎⏎1. foo⏎⏎   # in list⏎⏎    # code⏎⏎<!--⏎# hidden⏎-->⏎<div>⏎# raw⏎</div>⏎⏎####### seven⏎#nospace⏎|
          section  |## ⏎|
        """);
  }

  @Test
  void skippedLevelsNest() {
    assertOutline(
        "markdown",
        """
        ### a
        # b
        ### c
        ## d
        """,
        """
        section a |### a⏎|
        section b |# b⏎……|
          section c |### c⏎|
          section d |## d⏎|
        """);
  }

  @Test
  void rulesAreNotUnderlines() {
    assertOutline(
        "markdown",
        """
        ---

        # a
        - x
        ---
        text

        ---
        """,
        """
        section a |# a⏎- x⏎---⏎text⏎⏎---⏎|
        """);
  }

  @Test
  void fencesHideHeadings() {
    assertOutline(
        "markdown",
        """
        ````
        ```
        # no
        ````
        # yes
        ~~~
        # never closed
        """,
        """
        section yes |# yes⏎~~~⏎# never closed⏎|
        """);
  }
}
