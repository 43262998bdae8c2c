package org.fxd.shell.api.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fxd.shell.api.ShellIo;

/**
 * Commands run by the process that has a project open, as if they ran in this one: they read this
 * one's input, and byte for byte what they write, and their exit codes, come out here. No command
 * asks a person anything: for it there is no terminal to type at.
 *
 * <p>Belongs to one thread, but for {@link #cancel}, {@link #awaitIdle} and {@link #close}.
 */
public final class RemoteSession implements AutoCloseable {
  private final Wire wire;
  private final ShellIo io;
  private final Inputs inputs;
  private final Outputs outputs;
  private volatile boolean ended;
  private volatile CountDownLatch running = new CountDownLatch(0);

  RemoteSession(Wire wire, ShellIo io) {
    this.wire = wire;
    this.io = io;
    this.inputs = new Inputs(wire, io.in());
    this.outputs = new Outputs(wire, io.out(), io.err());
  }

  /**
   * Begins a session in the process that has a project open.
   *
   * @param project the project's file
   * @param io what commands read and write, and against which folder they take names
   * @param version the FXD that calls; the holder must be of the same
   * @return empty if no process that has it open answers: then one may try to open it
   * @throws SessionRefusedException if one answers and refuses
   */
  public static Optional<RemoteSession> open(Path project, ShellIo io, String version)
      throws SessionRefusedException {
    return new Knock(project, io, version).answer();
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   * @throws IOException if the connection fails before it has ended
   */
  public int run(String line) throws IOException {
    return call(new Frame.Run(line));
  }

  /**
   * Runs the lines of a file, as {@link org.fxd.shell.api.Session#script} does.
   *
   * @param file is read by this process; {@code -} stands for the input
   * @return the exit code
   * @throws IOException if the connection fails before it has ended
   */
  public int script(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return call(new Frame.Script("input", Frame.STANDARD));
    }
    Path path = io.directory().resolve(file);
    try (InputStream script = new LazyFile(path)) {
      inputs.script(script);
      return call(new Frame.Script(file.toString(), Frame.SCRIPT));
    }
  }

  private int call(Frame command) throws IOException {
    CountDownLatch busy = new CountDownLatch(1);
    running = busy;
    try {
      wire.write(command);
      while (true) {
        Frame frame = wire.read();
        if (frame instanceof Frame.Output output) {
          outputs.write(output);
        } else if (frame instanceof Frame.Flush flush) {
          outputs.flush(flush);
        } else if (frame instanceof Frame.Want want) {
          inputs.answer(want);
        } else if (frame instanceof Frame.Done done) {
          outputs.flush();
          ended = done.ended();
          return done.code();
        } else {
          throw new ProtocolException("The process that has the project open sent what it may not");
        }
      }
    } finally {
      busy.countDown();
    }
  }

  /** Whether {@code exit} was run, or nobody reads the answers any more. */
  public boolean isEnded() {
    return ended;
  }

  /** Asks what runs to stop. */
  public void cancel() {
    try {
      wire.write(new Frame.Cancel());
    } catch (IOException e) {
      ended = true; // It has gone: nothing runs any more.
    }
  }

  /**
   * Waits until nothing runs.
   *
   * @return whether that is so, within the time
   */
  public boolean awaitIdle(long millis) throws InterruptedException {
    return running.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends the session; what runs is asked to stop. Again: does nothing. */
  @Override
  public void close() {
    wire.close();
  }

  /** A file that is opened when the first of it is wanted, so that it is told why it cannot be. */
  private static final class LazyFile extends InputStream {
    private final Path file;
    private InputStream opened;

    LazyFile(Path file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (opened == null) {
        if (Files.isDirectory(file)) {
          throw new Inputs.FolderException(file.toString());
        }
        opened = Files.newInputStream(file);
      }
      return opened.read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (opened != null) {
        opened.close();
      }
    }
  }
}
