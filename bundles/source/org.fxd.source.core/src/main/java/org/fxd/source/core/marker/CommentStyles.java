package org.fxd.source.core.marker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fxd.source.api.marker.CommentStyle;

/** The comment of each language, by the names FXD and others give it. Case does not matter. */
final class CommentStyles {
  private static final CommentStyle UNKNOWN = new CommentStyle("/*", "*/");

  /** The signs, then the languages; one line for each style. */
  private static final String TABLE =
      """
      #       -    py python pyi pyx sh shell bash zsh ksh fish yaml yml toml ruby rb rake perl pl
      #       -    raku r julia jl elixir ex exs crystal nim cmake make makefile mk dockerfile docker
      #       -    containerfile properties env starlark bazel bzl tcl powershell ps1 graphql gql
      #       -    ignore gitignore diff csv tsv awk sed coffeescript coffee gdscript nginx apache
      #       -    puppet gherkin meson just systemd crontab desktop conf terraform
      ;       -    ini cfg assembly asm nasm clojure clj cljs cljc edn lisp el elisp emacs-lisp
      ;       -    scheme scm racket rkt autohotkey ahk
      --      -    lua luau haskell hs elm ada vhdl applescript purescript idris agda lean
      %       -    latex tex erlang erl matlab prolog postscript mercury
      !       -    fortran f90 f95 f03 f08
      '       -    visual-basic vb vbs bas vba basic
      "       -    vim viml vimscript abap
      //      -    text txt zig asciidoc adoc fsharp fs fsx pascal pas delphi dpr sass
      REM     -    batch bat cmd
      ..      -    restructured rst restructuredtext
      \\      -    forth
      <!--    -->  html htm xhtml xml svg xsl xslt xsd vue svelte markdown md mdown astro
      (*      *)   ocaml ml mli sml mathematica wolfram coq
      {#      #}   jinja jinja2 twig
      {{!--   --}} handlebars hbs mustache
      <%#     %>   erb ejs
      """;

  private static final class Tables {
    static final Map<String, CommentStyle> STYLES = new HashMap<>();

    static {
      for (String line : TABLE.split("\n")) {
        String[] words = line.trim().split(" +");
        CommentStyle style = new CommentStyle(words[0], words[1].equals("-") ? "" : words[1]);
        for (int i = 2; i < words.length; i++) {
          STYLES.put(words[i], style);
        }
      }
    }
  }

  private CommentStyles() {}

  static CommentStyle of(String language) {
    return Tables.STYLES.getOrDefault(language.toLowerCase(Locale.ROOT), UNKNOWN);
  }

  /** The languages that have a style of their own, sorted. */
  static Set<String> languages() {
    return new TreeSet<>(Tables.STYLES.keySet());
  }
}
