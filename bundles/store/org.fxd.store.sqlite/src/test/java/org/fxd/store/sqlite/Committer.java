package org.fxd.store.sqlite;

import java.nio.file.Path;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;

/**
 * A program that commits numbered transactions until it is killed, and says after each that it is
 * durable. Asked to, it stops at one point of one of them and waits for its end there.
 */
final class Committer {
  private Committer() {}

  /** Where to wait. */
  enum Point {
    /** Nowhere. */
    NONE,
    OPENED,
    BEGUN,
    WRITTEN,
    COMMITTED,
    CLOSING,
    CLOSED
  }

  /** Takes the file, the point, and how many transactions to make before it. */
  public static void main(String[] arguments) throws InterruptedException {
    Point point = Point.valueOf(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    Store store = new SqliteStoreProvider(null).open(Path.of(arguments[0]));
    int number = Transactions.last(store);
    reach(Point.OPENED, point);
    for (int i = 0; i < count; i++) {
      number++;
      Transactions.commit(store, number);
      System.out.println(number);
    }
    if (point.compareTo(Point.CLOSING) < 0) {
      try (Batch batch = store.begin()) {
        reach(Point.BEGUN, point);
        Transactions.write(batch, number + 1);
        reach(Point.WRITTEN, point);
        batch.commit();
        reach(Point.COMMITTED, point);
      }
    }
    System.out.println(Point.CLOSING);
    store.close();
    reach(Point.CLOSED, point);
  }

  private static void reach(Point here, Point wanted) throws InterruptedException {
    if (here == wanted) {
      System.out.println(here);
      Thread.sleep(60_000);
    }
  }
}
