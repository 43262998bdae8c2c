package org.fxd.shell.api.remote;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A place for the socket of a project: a name that follows from the project's path, in a folder
 * that nobody but this user can look into or write to. Both sides find it without asking.
 *
 * <p>There are up to three such places, since not every process of a user has the same environment
 * (a job of {@code cron} has no {@code XDG_RUNTIME_DIR}): the holder takes the first that it can
 * use, the client tries all. Where the platform has neither users by number nor permissions
 * (Windows), there are none.
 *
 * <p>Safe for use by any number of threads.
 */
public final class SocketPlace {
  private static final int DIGITS = 16;

  /** The shortest of what platforms allow, without the byte that ends it (macOS: 104 in all). */
  private static final int LONGEST = 103;

  private final Folder folder;
  private final Path socket;

  private SocketPlace(Folder folder, String name) {
    this.folder = folder;
    this.socket = folder.path().resolve(name);
  }

  /**
   * The places, the best first.
   *
   * @param project the project's real path
   */
  public static List<SocketPlace> of(Path project) {
    OptionalInt user = OwnUser.id();
    return user.isEmpty()
        ? List.of()
        : of(
            project,
            user.getAsInt(),
            System.getenv(),
            Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  static List<SocketPlace> of(
      Path project, int user, Map<String, String> environment, Path temporary) {
    Set<Path> runtimes = new LinkedHashSet<>();
    String told = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (told.startsWith("/")) { // The specification says that a relative one is to be ignored.
      runtimes.add(Path.of(told));
    }
    runtimes.add(Path.of("/run/user/" + user));
    String name = name(project);
    List<SocketPlace> places = new ArrayList<>();
    for (Path runtime : runtimes) {
      if (new Folder(runtime, user).isOursAlone()) {
        places.add(new SocketPlace(new Folder(runtime.resolve("fxd"), user), name));
      }
    }
    places.add(new SocketPlace(new Folder(temporary.resolve("fxd-" + user), user), name));
    return places;
  }

  /** The path's bytes decide, as they are in its URI, not what some locale takes them for. */
  private static String name(Path project) {
    byte[] path = project.toUri().toASCIIString().getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(Sha256.of(path), 0, DIGITS / 2) + ".sock";
  }

  /** The socket's file. */
  public Path socket() {
    return socket;
  }

  /** The socket's address. */
  public UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(socket);
  }

  /** Whether there is a socket, in a folder where only this user can have put it. */
  public boolean isThere() {
    return fits() && folder.isOursAlone() && Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes the folder, if it is not there.
   *
   * @throws IOException if a socket here could not be bound, or not be trusted; says why
   */
  public void prepare() throws IOException {
    if (!fits()) {
      throw new IOException(socket + " is too long a name for a socket");
    }
    try {
      Files.createDirectory(
          folder.path(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      if (!folder.isOursAlone()) {
        throw new IOException(folder.path() + " is not a folder of this user's alone", e);
      }
    }
    if (!folder.isOursAlone()) { // Such as in a folder where others can exchange it.
      throw new IOException(folder.path() + " is not a folder of this user's alone");
    }
  }

  private boolean fits() {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
  }

  @Override
  public String toString() {
    return socket.toString();
  }

  /** A folder that has to be this user's. */
  private record Folder(Path path, int user) {
    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int STICKY = 01000;
    private static final int OF_OTHERS = 0077;
    private static final int WRITABLE_BY_OTHERS = 0022;

    /**
     * Whether it is a folder and no link, ours, without any rights for others, and stands where
     * nobody but us and root can put something else in its place.
     */
    boolean isOursAlone() {
      try {
        Map<String, Object> own = look(path, LinkOption.NOFOLLOW_LINKS);
        return isFolder(own)
            && owner(own) == user
            && (mode(own) & OF_OTHERS) == 0
            && isLasting(look(path.toAbsolutePath().getParent()));
      } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
        return false; // What cannot be looked at is not trusted.
      }
    }

    private boolean isLasting(Map<String, Object> parent) {
      boolean trusted = owner(parent) == user || owner(parent) == 0;
      boolean shared = (mode(parent) & WRITABLE_BY_OTHERS) != 0;
      return isFolder(parent) && trusted && (!shared || (mode(parent) & STICKY) != 0);
    }

    private static Map<String, Object> look(Path path, LinkOption... options) throws IOException {
      return Files.readAttributes(path, "unix:uid,mode", options);
    }

    private static boolean isFolder(Map<String, Object> attributes) {
      return (mode(attributes) & TYPE) == DIRECTORY;
    }

    private static int owner(Map<String, Object> attributes) {
      return (Integer) attributes.get("uid");
    }

    private static int mode(Map<String, Object> attributes) {
      return (Integer) attributes.get("mode");
    }
  }
}
