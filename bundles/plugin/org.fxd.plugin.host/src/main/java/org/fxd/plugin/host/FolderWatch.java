package org.fxd.plugin.host;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.function.Consumer;

/** Hears from the file system which names in a folder changed, on a thread of its own. */
final class FolderWatch implements AutoCloseable {
  private final WatchService watch;
  private final Consumer<String> touched;
  private final Runnable unsure;
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * Begins to listen.
   *
   * @param touched told of each name that was created, written or deleted
   * @param unsure told when some may have been missed
   * @throws IOException if the folder cannot be watched
   */
  FolderWatch(Path folder, Consumer<String> touched, Runnable unsure) throws IOException {
    this.touched = touched;
    this.unsure = unsure;
    watch = folder.getFileSystem().newWatchService();
    try {
      folder.register(
          watch,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException | RuntimeException e) {
      watch.close();
      throw e;
    }
    thread = new Thread(this::listen, "fxd-plugins-watch");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether it still hears anything; not after its folder was deleted. */
  boolean isOpen() {
    return open;
  }

  private void listen() {
    try {
      while (true) {
        WatchKey key = watch.take();
        for (WatchEvent<?> event : key.pollEvents()) {
          if (event.context() instanceof Path name) {
            touched.accept(name.toString());
          } else {
            unsure.run();
          }
        }
        if (!key.reset()) {
          open = false;
          unsure.run();
          return;
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException closed) {
      open = false;
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      thread.interrupt();
    }
  }
}
