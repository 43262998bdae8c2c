package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class HybridClockTest {
  private static HybridClock clock(long millis) {
    return new HybridClock(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
  }

  private static Operation at(long millis, int counter) {
    return new Operation(
        Hash.ZERO,
        List.of(),
        new NodeId(1, 2),
        Instant.ofEpochMilli(millis),
        counter,
        new Origin("p", "s"),
        "d",
        Hash.ZERO,
        Hash.ZERO);
  }

  private static HybridClock.Tick tick(long millis, int counter) {
    return new HybridClock.Tick(Instant.ofEpochMilli(millis), counter);
  }

  @Test
  void itNeverGoesBack() {
    assertEquals(tick(5, 0), clock(5).first());
    assertEquals(tick(9, 0), clock(9).after(at(5, 7)));
    assertEquals(tick(5, 8), clock(5).after(at(5, 7)));
    assertEquals(tick(5, 8), clock(1).after(at(5, 7)));
    assertEquals(tick(6, 0), clock(1).after(at(5, Integer.MAX_VALUE)));
    assertEquals(tick(0, 0), clock(-5).first());
  }

  @Test
  void anOperationIsReadAsItWasWritten() {
    Property.seeded(1)
        .check(
            choices -> {
              Operation draft =
                  new Operation(
                      Hash.ZERO,
                      List.of(Hash.ofContent(choices.bytes(4)), Hash.ofContent(choices.bytes(4))),
                      new NodeGenerator(null).id(),
                      Instant.ofEpochMilli(choices.below(Integer.MAX_VALUE)),
                      choices.below(Integer.MAX_VALUE),
                      new Origin(choices.text(9), choices.text(9)),
                      choices.text(30),
                      Hash.ofContent(choices.bytes(4)),
                      Hash.ofContent(choices.bytes(4)),
                      fields(choices));
              byte[] bytes = OperationCodec.encode(draft);
              Operation read = OperationCodec.decode(Hash.ZERO, bytes);
              assertEquals(draft, read);
              byte[] shorter = java.util.Arrays.copyOf(bytes, choices.below(bytes.length));
              assertThrows(
                  IllegalArgumentException.class, () -> OperationCodec.decode(Hash.ZERO, shorter));
            });
  }

  private static SortedMap<String, String> fields(Choices choices) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (int left = choices.below(4); left > 0; left--) {
      fields.put("f" + choices.below(9), choices.text(20));
    }
    return fields;
  }

  @Test
  void onlyOneEncodingIsTaken() {
    SortedMap<String, String> fields = new TreeMap<>(Map.of("a", "1", "b", "2"));
    Operation plain = at(5, 0);
    Operation draft =
        new Operation(
            Hash.ZERO,
            List.of(),
            plain.replica(),
            plain.time(),
            0,
            plain.origin(),
            "d",
            Hash.ZERO,
            Hash.ZERO,
            fields);
    byte[] good = OperationCodec.encode(draft);
    assertEquals(fields, OperationCodec.decode(Hash.ZERO, good).fields());
    assertEquals(1, OperationCodec.encode(plain)[1]);
    assertEquals(2, good[1]);
    refused(good, 1, 1, "what follows a plain one");
    refused(good, 1, 3, "a later version");
    refused(good, good.length - 9, 0, "no fields");
    refused(good, good.length - 3, 'a', "a name twice");
    refused(good, good.length - 7, 'c', "names out of order");
    refused(good, good.length - 3, 'B', "no name");
  }

  private static void refused(byte[] good, int at, int octet, String why) {
    byte[] bad = good.clone();
    bad[at] = (byte) octet;
    assertThrows(IllegalArgumentException.class, () -> OperationCodec.decode(Hash.ZERO, bad), why);
  }
}
