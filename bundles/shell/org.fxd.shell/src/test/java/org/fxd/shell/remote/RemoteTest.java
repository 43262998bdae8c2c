package org.fxd.shell.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.Frame;
import org.fxd.shell.api.remote.RemoteSession;
import org.fxd.shell.api.remote.SessionRefusedException;
import org.fxd.shell.api.remote.SocketPlace;
import org.fxd.shell.api.remote.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of the socket, with a project and commands that are stand-ins. */
@Timeout(60)
class RemoteTest {
  private static final String VERSION = "9.9";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final RemoteCommands commands = new RemoteCommands();
  private Path project;
  private SocketPlace place;
  private ProjectListener listener;

  @BeforeEach
  void listen() throws Exception {
    project = Files.createFile(folder.resolve("x.fxd")).toRealPath();
    List<SocketPlace> places = SocketPlace.of(project);
    assumeFalse(places.isEmpty(), "this platform has no such sockets");
    place = places.get(0);
    start();
  }

  private void start() throws Exception {
    listener = new ProjectListener(commands.workspace(project), commands, VERSION);
    ProjectListener started = listener;
    Thread thread =
        new Thread(
            () -> {
              try {
                started.run();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    while (!answers()) {
      Thread.sleep(2);
    }
  }

  private boolean answers() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(place.address());
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void close() {
    listener.close();
    assertFalse(Files.exists(place.socket()));
  }

  private RemoteSession session(String input, OutputStream output) throws IOException {
    return session(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output);
  }

  private RemoteSession session(InputStream input, OutputStream output) throws IOException {
    return RemoteSession.open(project, ShellIo.of(input, output, err).in(folder), VERSION)
        .orElseThrow();
  }

  private int run(String line) throws IOException {
    try (RemoteSession session = session("", out)) {
      return session.run(line);
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSocketIsOursAlone() throws IOException {
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(place.socket()));
  }

  @Test
  void answersErrorsAndCodesComeBack() throws IOException {
    assertEquals(0, run("t:echo a 'b  c'"));
    assertEquals("a b  c\n", out());
    assertEquals(3, run("t:conflict"));
    assertEquals("error: two\n  resolve\n", err());
    assertEquals(2, run("t:none"));
  }

  @Test
  void manyBytesComeBackAsTheyAre() throws IOException {
    byte[] bytes = new byte[3_000_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 >> 3);
    }
    try (RemoteSession session = session(new ByteArrayInputStream(bytes), out)) {
      assertEquals(0, session.run("t:input"));
    }
    assertArrayEquals(bytes, out.toByteArray());
  }

  @Test
  void onlyWhatIsReadIsTakenFromTheInput() throws IOException {
    ByteArrayInputStream input = new ByteArrayInputStream("left".getBytes(StandardCharsets.UTF_8));
    try (RemoteSession session = session(input, out)) {
      assertEquals(0, session.run("t:echo x"));
      assertEquals(4, input.available());
      assertEquals(0, session.run("t:input"));
    }
    assertEquals("x\nleft", out());
  }

  @Test
  void commandsSeeNoTerminalToTypeAtAndTheCallersFolder() throws IOException {
    ShellIo io =
        new ShellIo(InputStream.nullInputStream(), out, err, true, true, true, false, 77, folder);
    try (RemoteSession session = RemoteSession.open(project, io, VERSION).orElseThrow()) {
      assertEquals(0, session.run("t:where"));
    }
    assertEquals("interactive=false directory=" + folder.toAbsolutePath() + "\n", out());
    assertEquals(77, commands.opened().get(0).width());
    assertTrue(commands.opened().get(0).terminalErr());
  }

  @Test
  void aScriptIsReadHereAndRunsToItsFirstFailure() throws IOException {
    Files.writeString(folder.resolve("s"), "t:echo 'a\nb'\n# no\nt:conflict\nt:echo never\n");
    try (RemoteSession session = session("", out)) {
      assertEquals(3, session.script(Path.of("s")));
      assertEquals("a\\nb\n", out());
      assertEquals("error: two\n  resolve\n  in s, line 4: t:conflict\n", err());
      assertEquals(3, session.script(Path.of("s")), "again, from its beginning");
      err.reset();
      assertEquals(1, session.script(Path.of("none")));
      assertEquals("error: There is no file " + folder.resolve("none") + "\n", err());
      assertEquals(2, session.script(folder));
      assertTrue(err().contains("it is a folder"), err());
    }
  }

  @Test
  void theInputIsAScriptToo() throws IOException {
    try (RemoteSession session = session("t:echo 1\nexit 5\nt:echo 2\n", out)) {
      assertEquals(5, session.script(Path.of("-")));
      assertTrue(session.isEnded());
    }
    assertEquals("1\n", out());
  }

  @Test
  void exitEndsOnlyTheOneWhoSaysIt() throws IOException {
    try (RemoteSession first = session("", out);
        RemoteSession second = session("", out)) {
      assertEquals(7, first.run("exit 7"));
      assertTrue(first.isEnded());
      assertEquals(0, second.run("t:echo on"));
    }
    assertEquals("on\n", out());
  }

  @Test
  void whatRunsIsStoppedOnRequest() throws Exception {
    try (RemoteSession session = session("", out)) {
      Thread other = new Thread(() -> cancelUntilIdle(session));
      commands.whenLongRuns(other::start);
      assertEquals(1, session.run("t:long"));
      other.join();
      assertEquals(0, session.run("t:echo next"));
    }
    assertTrue(err().startsWith("error: Stopped as asked"), err());
  }

  private static void cancelUntilIdle(RemoteSession session) {
    try {
      do {
        session.cancel();
      } while (!session.awaitIdle(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoGoesStopsWhatRunsForHim() throws Exception {
    RemoteSession session = session("", out);
    commands.whenLongRuns(session::close);
    assertThrows(IOException.class, () -> session.run("t:long"));
    commands.awaitLongEnded();
  }

  @Test
  void whoClosesTheProjectStopsWhatRunsInIt() throws Exception {
    try (RemoteSession session = session("", out)) {
      commands.whenLongRuns(() -> new Thread(listener::close).start());
      assertEquals(1, session.run("t:long"));
      assertTrue(session.isEnded());
      assertThrows(IOException.class, () -> session.run("t:echo more"));
    }
    assertEquals(
        Optional.empty(), RemoteSession.open(project, ShellIo.of(null, out, err), VERSION));
  }

  @Test
  void aReaderWhoWentEndsItQuietly() throws IOException {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    try (RemoteSession session = session("", gone)) {
      assertEquals(1, session.run("t:echo x"));
      assertTrue(session.isEnded());
    }
    assertEquals("", err());
  }

  @Test
  void aFullDiskIsSaid() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (RemoteSession session = session("", full)) {
      assertEquals(1, session.run("t:echo x"));
      assertFalse(session.isEnded());
    }
    assertTrue(err().contains("No space left on device"), err());
  }

  @Test
  void anotherVersionIsToldWhichOneItMeets() {
    SessionRefusedException refusal =
        assertThrows(
            SessionRefusedException.class,
            () -> RemoteSession.open(project, ShellIo.of(null, out, err), "8.0"));
    assertTrue(refusal.getMessage().contains(VERSION), refusal.getMessage());
    assertTrue(refusal.getMessage().contains("8.0"), refusal.getMessage());
    assertTrue(refusal.hint().isPresent());
  }

  @Test
  void anotherProtocolIsToldWhichOneItMeets() throws IOException {
    try (Wire wire = wire()) {
      wire.write(new Frame.Hello(7, VERSION, Optional.empty()));
      assertEquals(new Frame.Refused(Frame.PROTOCOL, VERSION, Frame.Refusal.VERSION), wire.read());
      assertThrows(EOFException.class, wire::read);
    }
  }

  private Wire wire() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(place.address());
    return new Wire(channel);
  }

  @Test
  void whatIsNoHelloIsNotAnswered() throws IOException {
    try (Wire wire = wire()) {
      wire.write(new Frame.Run("t:echo x"));
      assertThrows(IOException.class, wire::read);
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(place.address());
      channel.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      try {
        assertEquals(-1, channel.read(ByteBuffer.allocate(9)));
      } catch (IOException reset) {
        assertFalse(reset.getMessage().isEmpty());
      }
    }
    assertEquals(0, run("t:echo on"));
    assertEquals("on\n", out());
  }

  @Test
  void thereIsARoomForSoManyAndNoMore() throws Exception {
    List<RemoteSession> sessions = new ArrayList<>();
    try {
      while (sessions.size() < ProjectListener.MOST) {
        sessions.add(session("", out));
      }
      SessionRefusedException refusal =
          assertThrows(SessionRefusedException.class, () -> session("", out));
      assertTrue(refusal.getMessage().contains("as many"), refusal.getMessage());
    } finally {
      sessions.forEach(RemoteSession::close);
    }
    while (true) { // They go a moment after they have closed.
      try {
        assertEquals(0, run("t:echo on"));
        return;
      } catch (SessionRefusedException busy) {
        Thread.sleep(5);
      }
    }
  }

  @Test
  void aSocketThatWasLeftBehindIsReplaced() throws Exception {
    listener.close();
    try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(place.address());
    }
    assertTrue(Files.exists(place.socket()));
    assertEquals(
        Optional.empty(), RemoteSession.open(project, ShellIo.of(null, out, err), VERSION));
    start();
    assertEquals(0, run("t:echo on"));
  }

  @Test
  void aSocketThatSomeoneListensAtIsLeftToHim() {
    ProjectListener second = new ProjectListener(commands.workspace(project), commands, VERSION);
    IOException failure = assertThrows(IOException.class, second::run);
    assertTrue(failure.getMessage().contains("listens"), failure.getMessage());
    assertTrue(answers());
  }
}
