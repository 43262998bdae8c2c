package org.fxd.graph.core.owner;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.store.api.IndexReader;

/** Compares the book in a store with one that was written from the operation log. */
final class BookCheck {
  private final Map<ByteBuffer, byte[]> missing = new HashMap<>();
  private final Cancellation cancellation;
  private long others;
  private long unknown;

  private BookCheck(HeldBook wanted, Cancellation cancellation) {
    wanted.eachRow((key, value) -> missing.put(ByteBuffer.wrap(key), value));
    this.cancellation = cancellation;
  }

  /** How a book differs from the one that the operation log gives, in words. */
  static List<String> compare(IndexReader index, HeldBook wanted, Cancellation cancellation) {
    BookCheck check = new BookCheck(wanted, cancellation);
    for (byte[] table : Keys.tables()) {
      index.scan(table, Keys.behind(table), check::there);
    }
    List<String> differences = new ArrayList<>();
    say(check.missing.size(), "are missing", differences);
    say(check.others, "are others than the operation log gives", differences);
    say(check.unknown, "are not to be there", differences);
    return differences;
  }

  private boolean there(byte[] key, byte[] value) {
    cancellation.check();
    byte[] expected = missing.remove(ByteBuffer.wrap(key));
    if (expected == null) {
      unknown++;
    } else if (!Arrays.equals(expected, value)) {
      others++;
    }
    return true;
  }

  private static void say(long count, String what, List<String> differences) {
    if (count > 0) {
      differences.add("Of who changed which node last, " + count + " entries " + what + ".");
    }
  }
}
