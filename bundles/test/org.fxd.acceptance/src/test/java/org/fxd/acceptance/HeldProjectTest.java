package org.fxd.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a project that another process has open run there, and nobody sees a difference. */
@Timeout(300)
class HeldProjectTest {
  @TempDir Path folder;
  private Path runtime;
  private Fxd fxd;
  private Fxd.Running holder;

  @BeforeEach
  void hold() throws Exception {
    runtime = Files.createDirectory(folder.resolve("runtime"));
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
    fxd = new Fxd(folder).with("XDG_RUNTIME_DIR", runtime.toString());
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(tree.resolve("A.java"), "class A {\n  int one() {\n    return 1;\n  }\n}\n");
    Fxd.Result made = fxd.run("-p", "x.fxd", "-c", "git:import tree", "-c", "fxd:commit -m first");
    assertEquals(0, made.exit(), made::all);
    assertEquals(List.of(), sockets());
    holder = fxd.start(List.of(), "-p", "x.fxd", "-c", "fxd:watch");
    while (sockets().isEmpty()) {
      assertTrue(holder.process().isAlive(), "the shell that was to hold it has ended");
      Thread.sleep(10);
    }
  }

  @AfterEach
  void letGo() throws Exception {
    holder.process().destroy();
    holder.process().waitFor();
  }

  private List<Path> sockets() throws Exception {
    Path place = runtime.resolve("fxd");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.toList();
    }
  }

  private Fxd.Result ok(String... arguments) throws Exception {
    return ok(fxd.run(arguments));
  }

  private static Fxd.Result ok(Fxd.Result result) {
    assertEquals(0, result.exit(), result::all);
    assertEquals("", result.err());
    return result;
  }

  @Test
  void whatIsChangedIsChangedThere() throws Exception {
    ok("-p", "x.fxd", "-c", "node:create config.x", "-c", "node:set config.x 7");
    assertTrue(ok("-p", "x.fxd", "-c", "node:get config.x --json").out().startsWith("{"));
    while (!Files.readString(holder.out()).contains("config.x")) {
      Thread.sleep(10); // It watches, and it is the one that changed it.
    }
    assertTrue(holder.process().isAlive());
    letGo();
    assertTrue(ok("-p", "x.fxd", "-c", "node:get config.x").out().contains("7"));
  }

  @Test
  void nobodySeesADifference() throws Exception {
    Files.writeString(folder.resolve("script"), "# note\nfxd:log\nnode:get nowhere\nfxd:log\n");
    List<List<String>> runs =
        List.of(
            List.of("-p", "x.fxd", "-c", "fxd:log", "-c", "node:ls", "-c", "view:render A.java"),
            List.of("-p", "x.fxd", "-c", "fxd:log --json"),
            List.of("-p", "x.fxd", "-c", "node:get nowhere", "-c", "fxd:log"),
            List.of("-p", "x.fxd", "-c", "node:get nowhere --json"),
            List.of("-p", "x.fxd", "-c", "fxd:commit"),
            List.of("-p", "x.fxd", "-f", "script"),
            List.of("-p", "x.fxd", "-f", "none"),
            List.of("-p", "x.fxd", "-f", "tree"),
            List.of("-p", "x.fxd", "-c", "help git:import", "-c", "exit 9", "-c", "fxd:log"));
    List<Fxd.Result> there = new ArrayList<>();
    for (List<String> run : runs) {
      there.add(fxd.run(run.toArray(String[]::new)));
    }
    letGo();
    for (int i = 0; i < runs.size(); i++) {
      assertEquals(
          fxd.run(runs.get(i).toArray(String[]::new)), there.get(i), runs.get(i)::toString);
    }
  }

  @Test
  void whatIsPipedInGoesThere() throws Exception {
    ok(fxd.runWith("class A {}\n", "-p", "x.fxd", "-c", "node:edit A.java --stdin"));
    assertEquals("class A {}\n", ok("-p", "x.fxd", "-c", "node:cat A.java").out());
    assertTrue(ok(fxd.runWith("fxd:log\n", "-p", "x.fxd", "-f", "-")).out().contains("first"));
    assertTrue(ok(fxd.runWith("fxd:log\n", "-p", "x.fxd")).out().contains("first"));
    Fxd.Result failed = fxd.runWith("fxd:log nowhere\n", "-p", "x.fxd");
    assertEquals(1, failed.exit(), failed::all);
    assertTrue(failed.err().contains("in input, line 1"), failed::all);
  }

  @Test
  void ctrlCStopsItThereAndOnlyIt() throws Exception {
    Fxd.Running watching = fxd.start(List.of(), "-p", "x.fxd", "-c", "fxd:watch");
    while (!Files.readString(watching.out()).contains("watching")) {
      Thread.sleep(10);
    }
    signal("INT", watching.process());
    Fxd.Result result = fxd.finish(watching);
    assertEquals(130, result.exit(), result::all);
    assertTrue(result.out().contains("0 changes"), result::all);
    assertTrue(holder.process().isAlive());
    ok("-p", "x.fxd", "-c", "fxd:status");
  }

  private static void signal(String name, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  @Test
  void aHolderThatIsKilledLeavesNothingInTheWay() throws Exception {
    signal("KILL", holder.process());
    holder.process().waitFor();
    assertEquals(1, sockets().size());
    assertTrue(ok("-p", "x.fxd", "-c", "fxd:log").out().contains("first"));
    assertEquals(List.of(), sockets());
  }

  @Test
  void aCallEndsWithItsHolder() throws Exception {
    Fxd.Running watching = fxd.start(List.of(), "-p", "x.fxd", "-c", "fxd:watch");
    while (!Files.readString(watching.out()).contains("watching")) {
      Thread.sleep(10);
    }
    signal("KILL", holder.process());
    Fxd.Result result = fxd.finish(watching);
    assertEquals(1, result.exit(), result::all);
    assertTrue(result.err().contains("ended before"), result::all);
  }

  @Test
  void manyAtOnceComeThrough() throws Exception {
    letGo();
    List<Fxd.Running> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      running.add(fxd.start(List.of(), "-p", "x.fxd", "-c", "node:create config.n" + i));
    }
    for (Fxd.Running one : running) {
      ok(fxd.finish(one));
    }
    ok("-p", "x.fxd", "-c", "node:get config.n0", "-c", "node:get config.n1");
    ok("-p", "x.fxd", "-c", "node:get config.n2", "-c", "node:get config.n3");
  }

  @Test
  void whoHasItIsSaidWhereThereIsNoWayThere() throws Exception {
    fxd.with("XDG_RUNTIME_DIR", Files.createDirectory(folder.resolve("elsewhere")).toString());
    Fxd.Result result = fxd.run("-p", "x.fxd", "-c", "fxd:log");
    assertEquals("", result.out());
    assertTrue(result.exit() != 0, result::all);
    assertTrue(result.err().contains("process " + holder.process().pid()), result::all);
    assertTrue(result.err().contains("since "), result::all);
  }

  @Test
  void whoReadsItSeesWhatIsChangedThere() throws Exception {
    Fxd.Running reading =
        fxd.start(
            List.of(),
            "-c",
            "fxd:open x.fxd --read-only",
            "-c",
            "fxd:watch --count 2",
            "-c",
            "fxd:backup copy.fxd",
            "-c",
            "node:get config.x",
            "-c",
            "node:set config.x 8");
    while (!Files.readString(reading.out()).contains("watching")) {
      assertTrue(reading.process().isAlive(), Files.readString(reading.err()));
      Thread.sleep(10);
    }
    ok("-p", "x.fxd", "-c", "node:create config.x");
    Fxd.Result result = fxd.finish(reading);
    assertEquals(4, result.exit(), result::all);
    assertTrue(result.out().contains("config.x"), result::all);
    assertTrue(result.err().contains("only to be read"), result::all);
    assertTrue(holder.process().isAlive());
    ok("-p", "copy.fxd", "-c", "node:get config.x");
  }

  /** It stays as it is while the other process has it: it must not be closed by the attempt. */
  @Test
  void whoReadsItCannotChangeItBeforeTheOtherIsGone() throws Exception {
    Path lines =
        Files.writeString(folder.resolve("lines"), "fxd:open x.fxd --read-only\nfxd:open x.fxd\n");
    Fxd.Result refused = fxd.run("-f", lines.toString());
    assertEquals(1, refused.exit(), refused::all);
    assertTrue(refused.err().contains("process " + holder.process().pid()), refused::all);
    assertTrue(refused.err().contains("stays open here to be read"), refused::all);
    letGo();
    ok("-f", lines.toString());
  }

  @Test
  void aPromptReadsItAndSaysWhoHasIt() throws Exception {
    assumeTrue(hasScript(), "no terminal can be made here");
    Path lines = Files.writeString(folder.resolve("typed"), "fxd:status\nexit\n");
    Fxd.Result result =
        fxd.finish(
            fxd.start(
                List.of("sh", "-c", "exec script -qec \"$*\" /dev/null <'" + lines + "'", "sh"),
                "-p",
                "x.fxd"));
    assertEquals(0, result.exit(), result::all);
    assertTrue(result.out().contains("process " + holder.process().pid()), result::all);
    assertTrue(result.out().contains("open only to be read"), result::all);
  }

  private static boolean hasScript() throws InterruptedException {
    try {
      return new ProcessBuilder("script", "-qec", "true", "/dev/null").start().waitFor() == 0;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @Test
  void anotherUserCannotConnect() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root may be someone else");
    Path socket = sockets().get(0);
    Path caller = Files.writeString(folder.resolve("Caller.java"), CALLER);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals("welcome", call(List.of(), caller, socket));
    List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    assumeTrue(new ProcessBuilder("setpriv", "--version").start().waitFor() == 0, "no setpriv");
    assertEquals("denied", call(nobody, caller, socket));
    // Even if someone opened all that is closed: who calls is asked for, too.
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertEquals("closed", call(nobody, caller, socket));
    assertEquals("welcome", call(List.of(), caller, socket));
  }

  private String call(List<String> as, Path program, Path socket) throws Exception {
    List<String> command = new ArrayList<>(as);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(program.toString(), socket.toString()));
    Path out = folder.resolve("call.out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertFalse(process.isAlive());
    return Files.readString(out).strip();
  }

  /** Says hello in another protocol, which is answered with a refusal: one is welcome to ask. */
  private static final String CALLER =
      """
      import java.io.IOException;
      import java.net.StandardProtocolFamily;
      import java.net.UnixDomainSocketAddress;
      import java.nio.ByteBuffer;
      import java.nio.channels.SocketChannel;

      class Caller {
        public static void main(String[] arguments) {
          try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(arguments[0]));
            ByteBuffer hello = ByteBuffer.allocate(17);
            hello.putInt(13).put((byte) 1).putInt(0x46584452).putInt(99).putInt(0).flip();
            String answer;
            try {
              channel.write(hello);
              answer = channel.read(ByteBuffer.allocate(99)) > 0 ? "welcome" : "closed";
            } catch (IOException e) {
              answer = "closed";
            }
            System.out.println(answer);
          } catch (IOException e) {
            System.out.println("denied");
          }
        }
      }
      """;
}
