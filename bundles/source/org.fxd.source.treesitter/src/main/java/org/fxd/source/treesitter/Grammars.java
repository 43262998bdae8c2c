package org.fxd.source.treesitter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterJavascript;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/** The grammars, each loaded when it is first asked for. */
final class Grammars {
  /** The names of the languages, which are those of the libraries too. */
  static final Set<String> LANGUAGES = Set.of("java", "javascript", "typescript", "tsx", "python");

  private final Natives natives;
  private final Map<String, Grammar> loaded = new HashMap<>();

  Grammars(Natives natives) {
    this.natives = natives;
  }

  /**
   * The grammar of a language.
   *
   * @throws UnavailableException if its native libraries cannot be loaded here
   */
  synchronized Grammar grammar(String language) {
    Grammar grammar = loaded.get(language);
    if (grammar == null) {
      natives.load("tree-sitter", () -> new TSParser().close());
      natives.load("tree-sitter-" + language, () -> language(language).close());
      grammar = new Grammar(language(language), rules(language));
      loaded.put(language, grammar);
    }
    return grammar;
  }

  private static TSLanguage language(String language) {
    return switch (language) {
      case "java" -> new TreeSitterJava();
      case "javascript" -> new TreeSitterJavascript();
      case "typescript" -> new TreeSitterTypescript();
      case "tsx" -> new TreeSitterTsx();
      case "python" -> new TreeSitterPython();
      default -> throw new IllegalArgumentException("No grammar for " + language);
    };
  }

  private static Rules rules(String language) {
    return switch (language) {
      case "java" -> JavaRules.create();
      case "python" -> PythonRules.create();
      default -> ScriptRules.create();
    };
  }
}
