package org.fxd.store.sqlite.crash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;

/**
 * A transaction of which it is known from its two numbers alone what it writes. Those of one lane
 * follow each other: each moves the lane's reference from the one before to itself.
 *
 * @param lane which line of transactions
 * @param number which of them, from 1 on
 */
record Deed(int lane, int number) {
  private static final Map<Deed, Content> CONTENTS = new ConcurrentHashMap<>();

  /** Made once, since it is looked at again and again. */
  private record Content(Map<Hash, Sample> kept, Map<Hash, Sample> garbage) {}

  /** What every one of them writes. */
  static final Sample COMMON = Samples.of(ObjectType.NODE, "a node that all have");

  /** A cut blob, which makes a batch a large one, has this many bytes. */
  private static final int CUT = (1 << 20) + 1000;

  /** One lane has all large ones, to be judged quickly. */
  private static final int LARGE_LANE = 0;

  private static final int LARGE_EVERY = 6;
  private static final int KEPT_IN_INDEX = 3;

  /** Whether it writes more than an everyday batch may. */
  boolean isLarge() {
    return lane == LARGE_LANE && number % LARGE_EVERY == 4;
  }

  String ref() {
    return "lane " + lane;
  }

  private String name() {
    return lane + "/" + number;
  }

  Deed next() {
    return new Deed(lane, number + 1);
  }

  /** What the lane's reference holds after it. */
  Hash operation() {
    return number == 0 ? Hash.ZERO : operationSample().hash();
  }

  private Sample operationSample() {
    return Samples.of(ObjectType.OPERATION, name());
  }

  /** What it writes and only it has, and is to be kept for ever. */
  Map<Hash, Sample> kept() {
    return content().kept;
  }

  /** What a compaction may collect. */
  Map<Hash, Sample> garbage() {
    return content().garbage;
  }

  private Content content() {
    return CONTENTS.computeIfAbsent(
        this,
        deed ->
            new Content(
                byHash(deed.samples()),
                byHash(List.of(Samples.of(ObjectType.NODE, "garbage of " + deed.name())))));
  }

  private static Map<Hash, Sample> byHash(List<Sample> samples) {
    Map<Hash, Sample> byHash = new LinkedHashMap<>();
    samples.forEach(sample -> byHash.put(sample.hash(), sample));
    return byHash;
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    samples.add(operationSample());
    samples.add(Samples.of(ObjectType.COMMIT, "commit of " + name()));
    for (int i = 0; i < 3; i++) {
      samples.add(Samples.of(ObjectType.NODE, ("node " + i + " of " + name() + ' ').repeat(20)));
    }
    samples.add(Samples.of(ObjectType.CHUNK, "chunk of " + name()));
    samples.addAll(blobs());
    return samples;
  }

  private List<Sample> blobs() {
    List<Sample> blobs = new ArrayList<>();
    blobs.add(Samples.noise(1000L * lane + number, 500 + 50 * (number % 40)));
    if (isLarge()) {
      blobs.add(
          Samples.of(
              ObjectType.BLOB, ("line of " + name() + '\n').repeat(CUT / 10).substring(0, CUT)));
    }
    return blobs;
  }

  /** Writes all of it. */
  void write(Batch batch) {
    kept()
        .forEach(
            (hash, sample) -> {
              if (sample.type() == ObjectType.BLOB) {
                batch.putBlob(sample.stream());
              } else {
                batch.put(sample.type(), hash, sample.bytes());
              }
            });
    COMMON.putInto(batch);
    garbage().forEach((hash, sample) -> sample.putInto(batch));
    batch.index(bytes(key("last")), bytes(name()));
    batch.index(bytes(key(Integer.toString(number))), bytes(name()));
    batch.index(bytes(key(Integer.toString(number - KEPT_IN_INDEX))), null);
    batch.ref(ref(), new Deed(lane, number - 1).operation(), operation());
  }

  private String key(String rest) {
    return "lane " + lane + ' ' + rest;
  }

  /** What the index says of the lane after it: keys and values in turn, in order. */
  List<String> index() {
    List<String> entries = new ArrayList<>();
    for (int at = Math.max(1, number - KEPT_IN_INDEX + 1); at <= number; at++) {
      entries.add(key(Integer.toString(at)) + " = " + new Deed(lane, at).name());
    }
    if (number > 0) {
      entries.add(key("last") + " = " + name());
    }
    entries.sort(null);
    return entries;
  }

  /** What the index of a store says of the lane. */
  List<String> indexIn(Store store) {
    List<String> entries = new ArrayList<>();
    store.index(
        index ->
            index.scan(
                bytes(key("")),
                bytes("lane " + lane + '!'),
                (key, value) -> entries.add(text(key) + " = " + text(value))));
    entries.sort(null);
    return entries;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
