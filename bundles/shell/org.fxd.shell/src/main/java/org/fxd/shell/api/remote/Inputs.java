package org.fxd.shell.api.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the client has for the holder to read. Only what is wanted is read, so that the rest is left
 * to whoever shares the input. It is read on a thread of its own: a person may take long to type,
 * and what the holder says meanwhile is not to wait for that.
 */
final class Inputs {
  /** What should be read is a folder; the message is its name. */
  static final class FolderException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderException(String folder) {
      super(folder);
    }
  }

  private final Wire wire;
  private final InputStream standard;
  private final BlockingQueue<Frame.Want> wanted = new LinkedBlockingQueue<>();
  private volatile InputStream script = InputStream.nullInputStream();
  private boolean started;

  Inputs(Wire wire, InputStream standard) {
    this.wire = wire;
    this.standard = standard;
  }

  /** The script that is wanted from now on. */
  void script(InputStream in) {
    script = in;
  }

  /** Sends what is wanted when it is there. */
  void answer(Frame.Want want) {
    wanted.add(want);
    if (!started) {
      started = true;
      Thread thread = new Thread(this::answerAll, "fxd-input");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void answerAll() {
    try {
      while (true) {
        wire.write(read(wanted.take()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      return; // The connection has failed: whoever waits for the answer finds out and says so.
    }
  }

  private Frame read(Frame.Want want) {
    int input = want.input();
    try {
      byte[] bytes = new byte[Math.min(want.most(), Frame.MAX_CHUNK)];
      int count = (input == Frame.SCRIPT ? script : standard).read(bytes);
      return new Frame.Input(input, Arrays.copyOf(bytes, Math.max(0, count)));
    } catch (FolderException e) {
      return new Frame.InputFailed(input, Frame.Trouble.FOLDER, e.getMessage());
    } catch (NoSuchFileException e) {
      return new Frame.InputFailed(input, Frame.Trouble.MISSING, e.getFile());
    } catch (AccessDeniedException e) {
      return new Frame.InputFailed(input, Frame.Trouble.DENIED, e.getFile());
    } catch (FileSystemException e) {
      return new Frame.InputFailed(input, Frame.Trouble.FILE, e.getMessage());
    } catch (IOException e) {
      return new Frame.InputFailed(input, Frame.Trouble.OTHER, String.valueOf(e.getMessage()));
    }
  }
}
