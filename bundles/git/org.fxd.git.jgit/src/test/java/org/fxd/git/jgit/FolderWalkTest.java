package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path temp;
  private Path folder;
  private GitFixture fixture;

  @BeforeEach
  void setUp() throws IOException {
    temp = temp.toRealPath();
    folder = Files.createDirectory(temp.resolve("folder"));
    fixture = new GitFixture(Files.createDirectory(temp.resolve("home")));
  }

  private Survey walk(Path from, boolean ignoreFiles, List<Path> projects) throws IOException {
    Configuration configuration = new Configuration(fixture.environment());
    return new FolderWalk(
            GitFolder.of(from, ignoreFiles, configuration),
            new ProjectFiles(projects),
            FolderMemory.NONE,
            Progress.NONE,
            Cancellation.none())
        .walk(from);
  }

  private Survey walk() throws IOException {
    return walk(folder, true, List.of());
  }

  /** Every entry as a word: folders with a slash, links with an @, gitlinks with a +. */
  private static String words(Survey survey) {
    List<String> words = new ArrayList<>();
    for (Found found :
        survey.all(
            Found.Type.FOLDER,
            Found.Type.FILE,
            Found.Type.SYMLINK,
            Found.Type.GITLINK,
            Found.Type.UNREADABLE)) {
      words.add(
          found
              + switch (found.type()) {
                case FOLDER -> "/";
                case SYMLINK -> "@";
                case GITLINK -> "+";
                case UNREADABLE -> "!";
                case FILE -> "";
              });
    }
    return String.join(" ", words);
  }

  private void files(String... paths) {
    for (String path : paths) {
      GitFixture.write(folder.resolve(path), path);
    }
  }

  @Test
  void everythingInTheOrderOfBytes() throws IOException {
    files("b", "a/x", "a.b", "B", "é", "a/é", "z/y/x");
    Files.createDirectories(folder.resolve("empty/inner"));
    assertEquals("B a/ a/x a/é a.b b empty/ empty/inner/ z/ z/y/ z/y/x é", words(walk()));
  }

  @Test
  void dotGitStaysOutAsFolderAndAsFile() throws IOException {
    files("a", ".github/x", "inner/.git", "inner/b");
    GitFixture.init(folder).close();
    assertEquals(".github/ .github/x a inner/ inner/b", words(walk()));
  }

  @Test
  void linksAreDataAndNeverFollowed() throws IOException {
    files("a/x");
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("a/up"), Path.of("../a"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("no/where//at all/"));
    Files.createSymbolicLink(folder.resolve("absolute"), Path.of("/"));
    Files.createSymbolicLink(folder.resolve("été"), Path.of("./été"));
    Survey survey = walk();
    assertEquals("a/ a/up@ a/x absolute@ dangling@ loop@ été@", words(survey));
    List<Found> links = survey.all(Found.Type.SYMLINK);
    assertEquals("../a", new String(links.get(0).target(), UTF_8));
    assertEquals("/", new String(links.get(1).target(), UTF_8));
    assertEquals("no/where/at all", new String(links.get(2).target(), UTF_8));
    assertEquals(".", new String(links.get(3).target(), UTF_8));
    assertEquals("./été", new String(links.get(4).target(), UTF_8));
  }

  @Test
  void namesThatAreNoTextKeepTheirBytes() throws IOException {
    assumeTrue(File.separatorChar == '/');
    Path latin = Path.of(URI.create("file://" + folder.toUri().getRawPath() + "caf%E9"));
    try {
      Files.write(latin, new byte[1]);
    } catch (IOException e) {
      assumeTrue(false, "this file system takes no such name");
    }
    Path link = Path.of(URI.create("file://" + folder.toUri().getRawPath() + "l%EF"));
    Files.createSymbolicLink(link, latin.getFileName());
    Survey survey = walk();
    byte[] name = {'c', 'a', 'f', (byte) 0xe9};
    assertArrayEquals(name, survey.root().children().get(0).name().bytes());
    assertArrayEquals(name, survey.all(Found.Type.SYMLINK).get(0).target());
  }

  @Test
  void outsideOfWorkTreesNothingIsIgnored() throws IOException {
    files("a", "b");
    GitFixture.write(folder.resolve(".gitignore"), "b\n");
    assertEquals(".gitignore a b", words(walk()));
  }

  @Test
  void ignoreFilesOfEveryLevelWithNegations() throws IOException {
    GitFixture.init(folder).close();
    files("a.log", "keep.log", "sub/b.log", "sub/c.txt", "sub/deep/b.log", "out/x", "x/out/y");
    GitFixture.write(folder.resolve(".gitignore"), "*.log\n!keep.log\n/out/\n# a comment\n");
    GitFixture.write(folder.resolve("sub/.gitignore"), "!b.log\nc.*\n");
    GitFixture.write(folder.resolve("sub/deep/.gitignore"), "b.log\n");
    Survey survey = walk();
    assertEquals(
        ".gitignore keep.log sub/ sub/.gitignore sub/b.log sub/deep/ sub/deep/.gitignore x/ x/out/"
            + " x/out/y",
        words(survey));
    assertEquals(4, survey.ignored());
  }

  @Test
  void whatIsInAnIgnoredFolderCannotBeTakenBack() throws IOException {
    GitFixture.init(folder).close();
    files("out/keep", "out/x");
    GitFixture.write(folder.resolve(".gitignore"), "out/\n!out/keep\n");
    GitFixture.write(folder.resolve("out/.gitignore"), "!keep\n");
    assertEquals(".gitignore", words(walk()));
  }

  @Test
  void theRepositorysAndTheUsersExcludes() throws IOException {
    GitFixture.init(folder).close();
    files("mine", "theirs", "both", "c");
    GitFixture.write(folder.resolve(".git/info/exclude"), "mine\n!both\n");
    GitFixture.write(temp.resolve("home/.config/git/ignore"), "theirs\nboth\n");
    assertEquals("both c", words(walk()));
    GitFixture.write(temp.resolve("home/.gitconfig"), "[core]\nexcludesFile = ~/mine\n");
    GitFixture.write(temp.resolve("home/mine"), "c\n");
    assertEquals("both theirs", words(walk()));
  }

  @Test
  void whatGitTracksStays() throws IOException {
    files("a.log", "b.log", "out/x", "out/y", "out/deep/z", "other/x");
    GitFixture.write(folder.resolve(".gitignore"), "*.log\nout\nother\n");
    try (Git git = GitFixture.init(folder)) {
      GitFixture.add(git, "a.log", "out/deep/z", "other/gone");
    }
    Survey survey = walk();
    assertEquals(".gitignore a.log out/ out/deep/ out/deep/z", words(survey));
    assertEquals(5, survey.ignored());
  }

  @Test
  void ignoreFilesMayBeLeftAside() throws IOException {
    GitFixture.init(folder).close();
    files("a.log");
    GitFixture.write(folder.resolve(".gitignore"), "*.log\n");
    assertEquals(".gitignore a.log", words(walk(folder, false, List.of())));
  }

  @Test
  void aFolderWithinAWorkTreeObeysTheRulesAboveIt() throws IOException {
    GitFixture.init(folder).close();
    files("sub/a.log", "sub/in/x", "sub/in/y", "sub/b");
    GitFixture.write(folder.resolve(".gitignore"), "*.log\n/sub/in/x\n");
    assertEquals("b in/ in/y", words(walk(folder.resolve("sub"), true, List.of())));
  }

  @Test
  void anIgnoredFolderThatIsNamedIsTakenWhole() throws IOException {
    GitFixture.init(folder).close();
    files("out/a.log", "out/in/b");
    GitFixture.write(folder.resolve(".gitignore"), "*.log\nout/\n");
    assertEquals("a.log in/ in/b", words(walk(folder.resolve("out"), true, List.of())));
    assertEquals("b", words(walk(folder.resolve("out/in"), true, List.of())));
  }

  @Test
  void submodulesAreGitlinksAndOtherRepositoriesFolders() throws IOException {
    try (Git git = GitFixture.init(folder)) {
      GitFixture.addSubmodule(git, "there", COMMIT);
      GitFixture.addSubmodule(git, "empty", COMMIT);
      GitFixture.addSubmodule(git, "taken", COMMIT);
    }
    files("there/x", "taken/x", "nested/x");
    GitFixture.init(folder.resolve("there")).close();
    GitFixture.init(folder.resolve("nested")).close();
    Files.createDirectory(folder.resolve("empty"));
    Survey survey = walk();
    assertEquals("empty+ nested/ nested/x taken/ taken/x there+", words(survey));
    assertEquals(20, survey.all(Found.Type.GITLINK).get(0).target().length);
  }

  @Test
  void aLinkedWorkTreeIsAWorkTree() throws IOException {
    try (Git git = GitFixture.init(temp.resolve("main"))) {
      Path gitDir = git.getRepository().getDirectory().toPath();
      Path own = gitDir.resolve("worktrees/folder");
      GitFixture.write(own.resolve("HEAD"), "ref: refs/heads/x\n");
      GitFixture.write(own.resolve("commondir"), "../..\n");
      GitFixture.write(gitDir.resolve("info/exclude"), "b\n");
      GitFixture.write(folder.resolve(".git"), "gitdir: ../main/.git/worktrees/folder\n");
    }
    files("a", "b");
    assertEquals("a", words(walk()));
  }

  @Test
  void aBrokenIndexIsSaidAndTheRestGoesOn() throws IOException {
    GitFixture.init(folder).close();
    GitFixture.write(folder.resolve(".git/index"), "DIRC no");
    files("a", "b");
    GitFixture.write(folder.resolve(".gitignore"), "b\n");
    Survey survey = walk();
    assertEquals(".gitignore a", words(survey));
    assertTrue(survey.skipped().get(0).startsWith(".git/index: "), survey.skipped().toString());
  }

  @Test
  void theProjectAndWhatBelongsToItStayOut() throws IOException {
    files("x.fxd", "x.fxd-wal", "x.fxd-shm", "x.fxd.lock", "y.fxd", "sub/x.fxd");
    Files.createLink(folder.resolve("other-name"), folder.resolve("x.fxd"));
    assertEquals(
        "sub/ sub/x.fxd y.fxd", words(walk(folder, true, List.of(folder.resolve("x.fxd")))));
  }

  @Test
  void pipesAreSaidAndNotOpened() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    Process mkfifo;
    try {
      mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo here");
      return;
    }
    assumeTrue(mkfifo.waitFor() == 0);
    files("a");
    Survey survey = walk();
    assertEquals("a", words(survey));
    assertEquals(List.of("pipe: a socket, pipe or device"), survey.skipped());
  }

  @Test
  void anUnreadableFolderIsSaid() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")));
    files("a", "closed/x");
    Files.setPosixFilePermissions(
        folder.resolve("closed"), PosixFilePermissions.fromString("---------"));
    Survey survey = walk();
    assertEquals("a closed!", words(survey));
    assertEquals(List.of("closed: no permission to read it"), survey.skipped());
  }

  @Test
  void executableFiles() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    files("plain", "script");
    Files.setPosixFilePermissions(
        folder.resolve("script"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(
        folder.resolve("plain"), PosixFilePermissions.fromString("rw-r-xr-x"));
    List<Found> files = walk().all(Found.Type.FILE);
    assertEquals(List.of(false, true), files.stream().map(Found::executable).toList());
  }

  @Test
  void deepFolders() throws IOException {
    int depth = 1000;
    Files.createDirectories(temp.resolve("d/".repeat(depth)));
    List<Found> folders = walk(temp.resolve("d"), true, List.of()).all(Found.Type.FOLDER);
    assertEquals(depth - 1, folders.size());
    // By hand: the clean-up of the test framework is quadratic.
    for (int i = folders.size() - 1; i >= 0; i--) {
      Files.delete(folders.get(i).path());
    }
  }

  @Test
  void stopsWhenAsked() {
    Cancellation cancellation = Cancellation.none();
    cancellation.cancel();
    files("a");
    FolderWalk walk =
        new FolderWalk(
            GitFolder.of(folder, true, new Configuration(fixture.environment(Map.of()))),
            new ProjectFiles(List.of()),
            FolderMemory.NONE,
            Progress.NONE,
            cancellation);
    assertThrows(CancelledException.class, () -> walk.walk(folder));
  }
}
