package org.fxd.store.sqlite;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for what can wait, made when there is something and ended soon after. Work that is
 * asked for again while it waits is done once.
 */
final class Background {
  private static final int IDLE_SECONDS = 5;

  private final ThreadPoolExecutor thread;

  Background(String name) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.allowCoreThreadTimeOut(true);
  }

  void run(Runnable work) {
    thread.execute(work);
  }

  /** Begins nothing more. What runs goes on. */
  void close() {
    thread.shutdown();
    thread.getQueue().clear();
  }
}
