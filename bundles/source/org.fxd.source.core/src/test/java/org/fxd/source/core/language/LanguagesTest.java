package org.fxd.source.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fxd.graph.api.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource({
    "Main.java, java",
    "a.test.js, javascript",
    "x.jsx, javascript",
    "x.TS, typescript",
    "x.d.ts, typescript",
    "x.tsx, tsx",
    "setup.py, python",
    "README.md, markdown",
    "README, text",
    "LICENSE, text",
    "Makefile, make",
    "Dockerfile, dockerfile",
    "Dockerfile.dev, dockerfile",
    "pom.xml, xml",
    "CMakeLists.txt, cmake",
    "notes.txt, text",
    "cargo.lock, toml",
    ".gitignore, ignore",
    ".bashrc, shell",
    "a.c, c",
    "a.C, cpp",
    "archive.tar.gz, text",
    "java, text",
    ".java, java",
    "noending., text",
    "bnd.bnd, properties",
    "x.rs, rust",
    "x.go, go",
  })
  void tellsTheLanguageByTheName(String name, String language) {
    assertEquals(language, Languages.of(Name.of(name)));
  }

  @org.junit.jupiter.api.Test
  void takesNamesThatAreNotText() {
    assertEquals(
        "java", Languages.of(Name.ofBytes(new byte[] {(byte) 0xff, '.', 'j', 'a', 'v', 'a'})));
    assertEquals("text", Languages.of(Name.EMPTY));
  }
}
