package org.fxd.shell.api.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketPlaceTest {
  @TempDir Path folder;
  private int user;
  private Path project;

  @BeforeEach
  void whereThereAreUsers() {
    assumeTrue(OwnUser.id().isPresent(), "this platform has no users by number");
    user = OwnUser.id().getAsInt();
    project = folder.resolve("x.fxd");
  }

  private List<SocketPlace> places(Map<String, String> environment) {
    // The platform's own folder for this user may be there or not; it is not what is looked at.
    return SocketPlace.of(project, user, environment, folder).stream()
        .filter(place -> place.socket().startsWith(folder))
        .toList();
  }

  private Path runtime(String permissions) throws IOException {
    Path runtime = Files.createDirectory(folder.resolve("runtime"));
    return Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void theSamePathAlwaysLeadsToTheSamePlace() {
    SocketPlace place = places(Map.of()).get(0);
    assertEquals(place.socket(), places(Map.of()).get(0).socket());
    assertTrue(place.socket().getFileName().toString().matches("[0-9a-f]{16}\\.sock"));
    project = folder.resolve("y.fxd");
    assertNotEquals(place.socket(), places(Map.of()).get(0).socket());
  }

  @Test
  void theRuntimeFolderGoesFirstIfItIsOursAlone() throws IOException {
    Path runtime = runtime("rwx------");
    Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", runtime.toString());
    List<SocketPlace> places = places(environment);
    assertEquals(runtime.resolve("fxd"), places.get(0).socket().getParent());
    assertEquals(folder.resolve("fxd-" + user), places.get(1).socket().getParent());
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx--x---"));
    assertEquals(1, places(environment).size());
    assertEquals(1, places(Map.of("XDG_RUNTIME_DIR", "runtime")).size());
  }

  @Test
  void theFolderIsMadeForUsAlone() throws IOException {
    SocketPlace place = places(Map.of()).get(0);
    place.prepare();
    Path made = place.socket().getParent();
    assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(made));
    place.prepare();
    assertFalse(place.isThere());
    Files.createFile(place.socket());
    assertTrue(place.isThere());
  }

  @Test
  void aFolderThatOthersMayUseIsNotTrusted() throws IOException {
    SocketPlace place = places(Map.of()).get(0);
    place.prepare();
    Files.createFile(place.socket());
    Files.setPosixFilePermissions(
        place.socket().getParent(), PosixFilePermissions.fromString("rwx-----x"));
    assertFalse(place.isThere());
    assertThrows(IOException.class, place::prepare);
  }

  @Test
  void aLinkIsNotTrusted() throws IOException {
    Path elsewhere = runtime("rwx------");
    SocketPlace place = places(Map.of()).get(0);
    Files.createSymbolicLink(place.socket().getParent(), elsewhere);
    Files.createFile(elsewhere.resolve(place.socket().getFileName()));
    assertFalse(place.isThere());
    assertThrows(IOException.class, place::prepare);
  }

  @Test
  void aFolderOfSomeoneElseIsNotTrusted() throws IOException {
    SocketPlace own = places(Map.of()).get(0);
    own.prepare();
    Files.createFile(own.socket());
    SocketPlace others = SocketPlace.of(project, user + 1, Map.of(), folder).get(0);
    Files.createDirectory(
        others.socket().getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(others.socket());
    assertFalse(others.isThere());
    assertThrows(IOException.class, others::prepare);
  }

  @Test
  void whereOthersCanExchangeTheFolderNothingIsTrusted() throws IOException {
    SocketPlace place = places(Map.of()).get(0);
    place.prepare();
    Files.createFile(place.socket());
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertFalse(place.isThere());
    assertThrows(IOException.class, place::prepare);
  }

  @Test
  void aNameThatIsTooLongForASocketIsSaid() throws IOException {
    folder = Files.createDirectory(folder.resolve("x".repeat(100)));
    SocketPlace place = places(Map.of()).get(0);
    IOException failure = assertThrows(IOException.class, place::prepare);
    assertTrue(failure.getMessage().contains("too long"), failure.getMessage());
  }
}
