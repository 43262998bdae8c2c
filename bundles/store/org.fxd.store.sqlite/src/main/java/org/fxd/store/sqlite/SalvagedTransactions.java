package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.sorted.RunTable;
import org.fxd.store.sqlite.sorted.Space;

/**
 * Copies the transactions that stand by themselves, up to the first that is damaged. Of those
 * behind it, which may build upon what is lost, objects are kept and what they moved is noted.
 */
final class SalvagedTransactions {
  /** What the transactions moved that cannot be gone on from is kept under such names. */
  static final String KEPT = "salvaged/";

  private static final int LONGEST = 500;

  private final Reader from;
  private final Writer to;
  private final Numbers numbers;
  private final SalvageTask task;
  private final Map<String, Hash> refs = new HashMap<>();
  private final ThreadPoolExecutor threads = Packer.threads("salvage");

  /** Begun with the first object that is to be kept. */
  private Optional<TableWrite> keeping = Optional.empty();

  private Optional<String> damage = Optional.empty();
  private long last;
  private int copied;
  private long weight;
  private int behind;
  private int kept;

  SalvagedTransactions(Reader from, Writer to, Numbers numbers, SalvageTask task) {
    this.from = from;
    this.to = to;
    this.numbers = numbers;
    this.task = task;
  }

  /** Copies. */
  void copy() throws SQLException, DamagedException {
    try {
      all();
      if (keeping.isPresent()) {
        keeping.get().finish(refs);
      } else {
        to.setRefs(refs);
      }
    } finally {
      threads.shutdown();
    }
  }

  private void all() throws SQLException, DamagedException {
    ReadableIds ids = ReadableIds.of(from, "transactions");
    long[] all = ids.toArray();
    task.progress().phase("salvaging the last transactions", all.length);
    for (long id : all) {
      task.cancellation().check();
      task.progress().advance(1);
      one(id);
    }
    if (damage.isEmpty() && !ids.areComplete()) {
      damage = Optional.of("the transactions after " + last + " cannot be found");
    }
    if (damage.isPresent()) {
      task.repaired(
          "Of the last transactions, not all are whole: " + damage.get(),
          "The project is as it was before that. Of the transactions behind it, of which "
              + behind
              + " are whole, "
              + kept
              + " objects are kept, and what they moved under names that begin with "
              + KEPT);
    }
  }

  private void one(long id) throws SQLException, DamagedException {
    if (id < 1) {
      keepPart(id); // No opening looks at it.
      return;
    }
    LooseTransaction transaction;
    try {
      transaction = Faults.reading(() -> from.transaction(id)).orElseThrow();
    } catch (DamagedException e) {
      damage = damage.isPresent() ? damage : Optional.of(e.getMessage());
      keepPart(id);
      return;
    }
    if (damage.isEmpty()) {
      damage = obstacle(transaction);
    }
    if (damage.isEmpty()) {
      Encoded row = from.transactionRow(id).orElseThrow();
      to.insertTransaction(id, TransactionCodec.checksum(Codec.unpack(row)), row);
      last = id;
      copied++;
      weight += transaction.weight();
      return;
    }
    behind++;
    keep(transaction.objects());
    int[] number = {0};
    transaction
        .refs()
        .forEach(
            (name, hash) -> {
              number[0]++;
              if (!hash.equals(Hash.ZERO)) {
                String brief = name.length() > LONGEST ? "#" + number[0] : name;
                refs.put(KEPT + id + '/' + brief, hash);
              }
            });
  }

  /** Why a transaction that is whole cannot come next, if it cannot: then it is not opened. */
  private Optional<String> obstacle(LooseTransaction transaction) {
    if (last > 0 && transaction.id() != last + 1) {
      return Optional.of("transaction " + (last + 1) + " is missing");
    }
    if (transaction.id() > Numbers.HIGHEST_READ
        || StateReading.areTooMany(copied + 1, weight + transaction.weight())) {
      return Optional.of("transaction " + transaction.id() + " is none that FXD leaves");
    }
    return Optional.empty();
  }

  /** Of a damaged one, the objects before the damage. */
  private void keepPart(long id) throws SQLException, DamagedException {
    List<LooseObject> part;
    try {
      part = Faults.reading(() -> part(id));
    } catch (DamagedException e) {
      return; // Nothing of it is whole, and that is told already.
    }
    keep(part);
  }

  private List<LooseObject> part(long id) throws SQLException, DamagedException {
    Optional<Encoded> row = from.transactionRow(id);
    if (row.isEmpty()) {
      return List.of();
    }
    TransactionCodec.requireSize(row.get().size());
    return TransactionCodec.objects(Codec.unpack(row.get()));
  }

  /** Their hashes vouch for them. */
  private void keep(List<LooseObject> objects) throws SQLException, DamagedException {
    for (LooseObject object : objects) {
      if (Hash.ofContent(object.bytes()).equals(object.hash())) {
        if (keeping.isEmpty()) {
          keeping = Optional.of(begin());
        }
        keeping.get().put(object.type(), object.hash(), object.bytes());
        kept++;
      }
    }
  }

  private TableWrite begin() throws SQLException, DamagedException {
    RunTable runs = new RunTable(to.statements());
    State state = State.of(0, 0, runs.list(Space.OBJECTS), runs.list(Space.INDEX));
    return new TableWrite(
        to, new Packer(threads), numbers, state, Moment.frames(to.reader(), state, Caches.empty()));
  }
}
