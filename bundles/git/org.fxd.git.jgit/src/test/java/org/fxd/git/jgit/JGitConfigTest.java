package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.fxd.graph.api.error.FxdException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JGitConfigTest {
  @TempDir Path home;
  private GitFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new GitFixture(home);
  }

  private JGitConfig config(Map<String, String> variables) {
    return new JGitConfig(fixture.environment(variables));
  }

  private static String user(String name, String email) {
    return "[user]\n\tname = " + name + "\n\temail = " + email + "\n";
  }

  @Test
  void nothingIsConfigured() {
    assertEquals(Optional.empty(), config(Map.of()).userName());
    assertEquals(Optional.empty(), config(Map.of()).userEmail());
  }

  @Test
  void theUsersFileGoesBeforeTheSystems() {
    GitFixture.write(home.resolve("system.gitconfig"), user("System", "s@x"));
    GitFixture.write(home.resolve(".gitconfig"), "[user]\nname = Ada Lovelace\n");
    assertEquals(Optional.of("Ada Lovelace"), config(Map.of()).userName());
    assertEquals(Optional.of("s@x"), config(Map.of()).userEmail());
  }

  @Test
  void anotherFolderHasItsRepositorysAndNotTheEnvironments() throws IOException {
    GitFixture.write(home.resolve(".gitconfig"), user("Ada", "a@x"));
    Path tree = Files.createDirectories(home.resolve("elsewhere/.git")).getParent();
    GitFixture.write(tree.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    GitFixture.write(tree.resolve(".git/config"), "[user]\nname = Grace\n");
    JGitConfig config = config(Map.of("GIT_AUTHOR_NAME", "Env", "GIT_AUTHOR_EMAIL", "e@x"));
    assertEquals(Optional.of("Env"), config.userName());
    assertEquals(Optional.of("Grace"), config.userName(tree));
    assertEquals(Optional.of("a@x"), config.userEmail(tree));
  }

  @Test
  void theSystemsFileCanBeSwitchedOffOrElsewhere() {
    GitFixture.write(home.resolve("system.gitconfig"), user("System", "s@x"));
    GitFixture.write(home.resolve("other"), user("Other", "o@x"));
    assertEquals(Optional.empty(), config(Map.of("GIT_CONFIG_NOSYSTEM", "1")).userName());
    assertEquals(Optional.of("System"), config(Map.of("GIT_CONFIG_NOSYSTEM", "false")).userName());
    assertEquals(
        Optional.of("Other"),
        config(Map.of("GIT_CONFIG_SYSTEM", home.resolve("other").toString())).userName());
  }

  @Test
  void theXdgFileIsReadToo() {
    GitFixture.write(home.resolve(".config/git/config"), user("Xdg", "x@x"));
    GitFixture.write(home.resolve("elsewhere/git/config"), user("Elsewhere", "e@x"));
    assertEquals(Optional.of("Xdg"), config(Map.of()).userName());
    assertEquals(
        Optional.of("Elsewhere"),
        config(Map.of("XDG_CONFIG_HOME", home.resolve("elsewhere").toString())).userName());
    GitFixture.write(home.resolve(".gitconfig"), "[user]\nname = Ada\n");
    assertEquals(Optional.of("Ada"), config(Map.of()).userName());
    assertEquals(Optional.of("x@x"), config(Map.of()).userEmail());
  }

  @Test
  void homeAndTheGlobalFileCanBeElsewhere() {
    GitFixture.write(home.resolve("h/.gitconfig"), user("Home", "h@x"));
    GitFixture.write(home.resolve("global"), user("Global", "g@x"));
    assertEquals(
        Optional.of("Home"), config(Map.of("HOME", home.resolve("h").toString())).userName());
    assertEquals(
        Optional.of("Global"),
        config(Map.of("GIT_CONFIG_GLOBAL", home.resolve("global").toString())).userName());
  }

  @Test
  void theEnvironmentGoesBeforeTheFiles() {
    GitFixture.write(home.resolve(".gitconfig"), user("Ada", "a@x"));
    JGitConfig config = config(Map.of("GIT_AUTHOR_NAME", "Eve", "GIT_AUTHOR_EMAIL", ""));
    assertEquals(Optional.of("Eve"), config.userName());
    assertEquals(Optional.of("a@x"), config.userEmail());
  }

  @Test
  void theRepositoryAroundTheCurrentDirectoryGoesFirst() throws IOException {
    Path inside = Files.createDirectories(home.resolve("repository/a/b"));
    GitFixture.write(home.resolve(".gitconfig"), user("Ada", "a@x"));
    try (Git git = GitFixture.init(home.resolve("repository"))) {
      git.getRepository().getConfig().setString("user", null, "email", "work@x");
      git.getRepository().getConfig().save();
    }
    JGitConfig config =
        new JGitConfig(new Environment(Map.of(), home, inside, home.resolve("none")));
    assertEquals(Optional.of("Ada"), config.userName());
    assertEquals(Optional.of("work@x"), config.userEmail());
  }

  @Test
  void includesAreFollowed() {
    GitFixture.write(home.resolve(".gitconfig"), "[include]\npath = ~/more\n");
    GitFixture.write(home.resolve("more"), user("Included", "i@x"));
    assertEquals(Optional.of("Included"), config(Map.of()).userName());
  }

  @Test
  void aLaterChangeIsSeen() {
    JGitConfig config = config(Map.of());
    assertEquals(Optional.empty(), config.userName());
    GitFixture.write(home.resolve(".gitconfig"), user("Ada", "a@x"));
    assertEquals(Optional.of("Ada"), config.userName());
  }

  @Test
  void aBrokenFileIsAnErrorThatNamesIt() {
    GitFixture.write(home.resolve(".gitconfig"), "[user\nname = x\n");
    FxdException broken = assertThrows(FxdException.class, () -> config(Map.of()).userName());
    assertTrue(broken.getMessage().contains(".gitconfig"), broken.getMessage());
    assertTrue(broken.hint().isPresent());
  }

  @Test
  void nothingIsEverWritten() throws IOException {
    GitFixture.write(home.resolve(".gitconfig"), user("Ada", "a@x"));
    config(Map.of()).userName();
    try (Stream<Path> files = Files.walk(home)) {
      assertEquals(List.of(home, home.resolve(".gitconfig")), files.sorted().toList());
    }
  }
}
