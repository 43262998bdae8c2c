package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.crash.Soak;
import org.fxd.store.sqlite.sorted.Edit;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Whatever stands where a transaction should stand: it is refused, or is one. */
class HostileTransactionTest {
  private static final int ROUNDS = Soak.times(20_000, 5_000_000);
  private static final String HASH = "00".repeat(Hash.LENGTH);

  @Test
  void aDamagedTransactionIsRefusedOrIsOne() {
    Random random = new Random(Soak.seed());
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] content = Noise.on(TransactionCodec.encode(transaction(random)), random);
      refused += isOne(content) ? 0 : 1;
    }
    Soak.tell("fuzz", ROUNDS + " damaged transactions: " + refused + " refused");
    assertTrue(refused > ROUNDS / 4 && refused < ROUNDS, "refused " + refused);
  }

  @Test
  void anythingAtAllIsRefusedOrIsOne() {
    Random random = new Random(Soak.seed());
    for (int i = 0; i < ROUNDS; i++) {
      byte[] noise = new byte[1 + random.nextInt(120)];
      random.nextBytes(noise);
      if (random.nextBoolean()) {
        // Small numbers are more likely to be taken for something.
        for (int at = 0; at < noise.length; at++) {
          noise[at] &= 3;
        }
      }
      noise[0] = 1;
      isOne(noise);
    }
  }

  @Test
  void whatWasWrittenIsRead() throws DamagedException {
    Random random = new Random(Soak.seed());
    for (int i = 0; i < 500; i++) {
      byte[] content = TransactionCodec.encode(transaction(random));
      assertArrayEquals(content, TransactionCodec.encode(TransactionCodec.decode(7, content)));
    }
  }

  @Test
  void eachLieIsRefused() {
    assertRefused("ends too early", "");
    assertRefused("version", "00 00 00 00");
    assertRefused("version", "02 00 00 00");
    assertRefused("ends too early", "01");
    assertRefused("ends too early", "01 00 00");
    assertRefused("bytes too many", "01 00 00 00 00");
    assertRefused("claims to hold 127 things", "01 7f");
    assertRefused("too large", "01 ff ff ff ff ff ff ff ff ff 7f");
    assertRefused("things", "01 ff ff ff ff ff ff ff ff 7f");
    assertRefused("no object type 9", "01 01 09" + HASH + "00 00 00");
    assertRefused("ends too early", "01 01 01" + HASH + "04 00 00");
    assertRefused("ends too early", "01 01 01" + HASH + "ff ff ff ff ff ff ff ff 7f 00 00");
    assertRefused("things", "01 00 01 00" + HASH.substring(2));
    assertRefused("in no order", "01 00 00 01 00 00"); // an empty key
    assertRefused("in no order", "01 00 00 02 01 42 00 01 41 00"); // B, A
    assertRefused("in no order", "01 00 00 02 01 41 00 01 41 00"); // A, A
    assertRefused("in no order", "01 00 00 01 81 08" + "41".repeat(1025) + "00");
    assertRefused("ends too early", "01 00 00 01 01 41 02");
    assertRefused("ends too early", "01 00 00 01 01 41 ff ff ff ff ff ff ff ff 7f");
  }

  private static void assertRefused(String reason, String hex) {
    byte[] content = HexFormat.of().parseHex(hex.replace(" ", ""));
    DamagedException failure =
        assertThrows(DamagedException.class, () -> TransactionCodec.decode(7, content), hex);
    assertTrue(failure.getMessage().contains(reason), hex + ": " + failure.getMessage());
  }

  private static LooseTransaction transaction(Random random) {
    List<LooseObject> objects = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      Sample sample = Samples.noise(random.nextInt(100), random.nextInt(300));
      ObjectType type = List.of(ObjectType.values()).get(random.nextInt(5));
      objects.add(new LooseObject(type, sample.hash(), sample.bytes()));
    }
    Map<String, Hash> refs = new TreeMap<>();
    for (int left = random.nextInt(2); left > 0; left--) {
      refs.put("ref " + random.nextInt(9), Samples.noise(left, 3).hash());
    }
    TreeMap<String, byte[]> index = new TreeMap<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      index.put("key " + random.nextInt(9), random.nextInt(3) == 0 ? null : new byte[left]);
    }
    List<Edit> edits = new ArrayList<>();
    index.forEach((key, value) -> edits.add(new Edit(key.getBytes(StandardCharsets.UTF_8), value)));
    return LooseTransaction.of(7, objects, refs, edits, 2_000);
  }

  /** Reads a transaction and all that is in it; false if it is refused. */
  private static boolean isOne(byte[] content) {
    int part = TransactionCodec.objects(content).size();
    LooseTransaction transaction;
    try {
      transaction = TransactionCodec.decode(7, content);
    } catch (DamagedException e) {
      return false;
    }
    assertEquals(part, transaction.objects().size());
    byte[] last = new byte[0];
    long bytes = 0;
    for (Edit edit : transaction.index()) {
      assertTrue(edit.key().length <= Batch.MAX_INDEX_KEY);
      assertTrue(Arrays.compareUnsigned(last, edit.key()) < 0);
      last = edit.key();
      bytes += edit.key().length + (edit.isRemoval() ? 0 : edit.value().length);
    }
    for (LooseObject object : transaction.objects()) {
      bytes += object.bytes().length + Hash.LENGTH;
    }
    assertTrue(bytes <= content.length);
    assertTrue(transaction.weight() >= content.length);
    return true;
  }
}
