package org.fxd.store.sqlite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;

/**
 * The transactions that stand by themselves, and their objects by hash. Reading an object takes no
 * lock; all else is for whoever holds the {@link CommitLine}'s.
 */
final class Loose implements States.Objects {
  private record Held(long transaction, LooseObject object) {}

  private final Map<Hash, Held> objects = new ConcurrentHashMap<>();
  private final Deque<LooseTransaction> transactions = new ArrayDeque<>();
  private long weight;

  @Override
  public Optional<LooseObject> get(Hash hash) {
    return Optional.ofNullable(objects.get(hash)).map(Held::object);
  }

  @Override
  public Stream<LooseObject> all() {
    return objects.values().stream().map(Held::object);
  }

  /** All transactions, in order. */
  Deque<LooseTransaction> transactions() {
    return transactions;
  }

  /** How many objects there are. */
  int objects() {
    return objects.size();
  }

  int count() {
    return transactions.size();
  }

  /** How many bytes they hold. */
  long weight() {
    return weight;
  }

  void add(LooseTransaction transaction) {
    transactions.add(transaction);
    weight += transaction.weight();
    for (LooseObject object : transaction.objects()) {
      objects.putIfAbsent(object.hash(), new Held(transaction.id(), object));
    }
  }

  /** Takes the last transactions back, those above a number: they came to nothing. */
  void removeAbove(long number) {
    while (!transactions.isEmpty() && transactions.getLast().id() > number) {
      weight -= transactions.removeLast().weight();
    }
    objects.values().removeIf(held -> held.transaction > number);
  }

  /** The transactions up to a number. */
  List<LooseTransaction> upTo(long number) {
    List<LooseTransaction> some = new ArrayList<>();
    for (LooseTransaction transaction : transactions) {
      if (transaction.id() <= number) {
        some.add(transaction);
      }
    }
    return some;
  }

  /** Lets go of the transactions up to a number: all of them stand in the tables now. */
  void removeUpTo(long number) {
    while (!transactions.isEmpty() && transactions.getFirst().id() <= number) {
      LooseTransaction transaction = transactions.removeFirst();
      weight -= transaction.weight();
      for (LooseObject object : transaction.objects()) {
        objects.computeIfPresent(
            object.hash(), (hash, held) -> held.transaction <= number ? null : held);
      }
    }
  }
}
