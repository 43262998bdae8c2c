package org.fxd.source.core.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fxd.graph.api.Name;

/**
 * The language of a file by its name: a well-known whole name first, then the longest known ending,
 * then a well-known beginning such as {@code Dockerfile.}. Case does not matter, except for endings
 * that mean two languages by it.
 */
public final class Languages {
  /** The language of a file whose name says nothing. */
  public static final String UNKNOWN = "text";

  private static final String ENDINGS =
      """
      asciidoc     adoc asciidoc
      assembly     asm s
      batch        bat cmd
      c            c h
      clojure      clj cljs cljc edn
      cmake        cmake
      cpp          cc cpp cxx c++ hh hpp hxx h++ ipp tpp inl
      csharp       cs csx
      css          css
      csv          csv tsv
      cuda         cu cuh
      d            d
      dart         dart
      diff         diff patch
      dockerfile   dockerfile containerfile
      elixir       ex exs
      elm          elm
      erlang       erl hrl
      fortran      f f90 f95 f03 f08 for
      fsharp       fs fsi fsx
      glsl         glsl vert frag
      go           go
      graphql      graphql gql
      groovy       groovy gradle gvy
      haskell      hs lhs
      hcl          hcl tf tfvars
      html         html htm xhtml
      ini          ini cfg conf editorconfig gitconfig
      java         java
      javascript   js mjs cjs jsx es6
      json         json jsonc json5 webmanifest geojson ipynb
      julia        jl
      kotlin       kt kts
      latex        tex sty cls ltx
      less         less
      lisp         lisp lsp el scm ss rkt
      lua          lua
      make         mk mak make
      markdown     md markdown mdown mkd mdx
      matlab       m
      nim          nim nims
      nix          nix
      objective-c  mm
      ocaml        ml mli
      pascal       pas pp dpr
      perl         pl pm t
      php          php phtml php5 php7
      powershell   ps1 psm1 psd1
      properties   properties bnd bndrun
      protobuf     proto
      python       py pyi pyw pyx
      r            r rmd
      restructured rst
      ruby         rb rake gemspec ru
      rust         rs
      sass         sass scss
      scala        scala sc sbt
      shell        sh bash zsh ksh fish bats
      solidity     sol
      sql          sql ddl dml psql
      starlark     bzl star bazel
      svelte       svelte
      swift        swift
      tcl          tcl
      text         txt text log
      thrift       thrift
      toml         toml
      tsx          tsx
      typescript   ts mts cts d.ts d.mts d.cts
      verilog      v vh sv svh
      vhdl         vhd vhdl
      vim          vim
      visual-basic vb vbs bas
      vue          vue
      xml          xml xsd xsl xslt svg wsdl pom plist xaml csproj vbproj fsproj props targets
      xml          iml rss atom dtd jrxml fxml
      yaml         yaml yml
      zig          zig
      """;

  private static final String NAMES =
      """
      cmake        cmakelists.txt
      dockerfile   dockerfile containerfile
      groovy       jenkinsfile
      ignore       .gitignore .dockerignore .npmignore .eslintignore .prettierignore .hgignore
      ini          .gitconfig .gitmodules .gitattributes .npmrc .editorconfig .pylintrc .flake8
      json         .babelrc .eslintrc .prettierrc .jshintrc composer.lock pipfile.lock
      make         makefile gnumakefile bsdmakefile justfile
      properties   .env manifest.mf
      python       sconstruct sconscript wscript
      ruby         gemfile rakefile vagrantfile podfile fastfile brewfile guardfile capfile
      shell        .bashrc .bash_profile .bash_aliases .profile .zshrc .zprofile .zshenv
      shell        .kshrc pkgbuild gradlew mvnw configure
      starlark     build workspace
      text         license licence readme notice authors copying changelog codeowners
      toml         cargo.lock poetry.lock pipfile uv.lock
      vim          .vimrc
      xml          pom.xml
      yaml         procfile .clang-format .clang-tidy
      """;

  private static final String BEGINNINGS =
      """
      dockerfile   dockerfile. containerfile.
      make         makefile.
      shell        .env.
      """;

  // Parsed on first use: a start that reads no file pays nothing.
  private static final class Tables {
    static final Map<String, String> BY_ENDING = parse(ENDINGS);
    static final Map<String, String> BY_NAME = parse(NAMES);
    static final Map<String, String> BY_BEGINNING = parse(BEGINNINGS);

    private static Map<String, String> parse(String table) {
      Map<String, String> map = new HashMap<>();
      for (String line : table.split("\n")) {
        String[] words = line.trim().split(" +");
        for (int i = 1; i < words.length; i++) {
          map.put(words[i], words[0]);
        }
      }
      return map;
    }
  }

  private Languages() {}

  /** The language of a file with a name; {@link #UNKNOWN} if the name does not tell. */
  public static String of(Name fileName) {
    String name = fileName.toString();
    // Two endings are told apart by case, as compilers do: C++ and R.
    if (name.endsWith(".C") || name.endsWith(".H")) {
      return "cpp";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String byName = Tables.BY_NAME.get(lower);
    if (byName != null) {
      return byName;
    }
    for (int dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
      String byEnding = Tables.BY_ENDING.get(lower.substring(dot + 1));
      if (byEnding != null) {
        return byEnding;
      }
    }
    for (Map.Entry<String, String> beginning : Tables.BY_BEGINNING.entrySet()) {
      if (lower.startsWith(beginning.getKey())) {
        return beginning.getValue();
      }
    }
    return UNKNOWN;
  }
}
