package org.fxd.store.sqlite.frame;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.testkit.Choices;

/**
 * Some objects, each whole or a delta against any one before it, and some with the hashes of those
 * before among their bytes.
 */
final class GraphOfObjects {
  private static final int MOST = 12;

  private final List<byte[]> objects = new ArrayList<>();
  private final List<Integer> types = new ArrayList<>();
  private final List<Integer> bases = new ArrayList<>();
  private final List<Boolean> hashed = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();

  private GraphOfObjects() {}

  static GraphOfObjects from(Choices choices) {
    GraphOfObjects graph = new GraphOfObjects();
    int count = choices.below(MOST + 1);
    for (int i = 0; i < count; i++) {
      byte[] object = choices.bytes(60);
      int base = -1;
      if (i > 0 && choices.chance(60)) {
        base = choices.below(i);
        object = Similar.to(graph.objects.get(base), choices);
      }
      for (int hashes = i == 0 ? 0 : choices.below(3); hashes > 0; hashes--) {
        byte[] hash = Hash.ofContent(graph.objects.get(choices.below(i))).bytes();
        int at = choices.below(object.length + 1);
        // Over some bytes, as an edit would, or between them.
        int end = Math.min(object.length, at + choices.below(2) * Hash.LENGTH);
        object = Similar.replaced(object, at, end, hash);
      }
      graph.objects.add(object);
      graph.types.add(choices.below(6));
      graph.bases.add(base);
      graph.hashed.add(choices.chance(70));
      graph.order.add(choices.below(count));
    }
    return graph;
  }

  List<byte[]> objects() {
    return objects;
  }

  int type(int number) {
    return types.get(number);
  }

  int base(int number) {
    return bases.get(number);
  }

  /** Some of the numbers, some of them twice. */
  List<Integer> orderOfReading() {
    return order;
  }

  byte[] writeTo(FrameWriter writer, DeltaEncoder encoder) {
    for (int i = 0; i < objects.size(); i++) {
      byte[] object = objects.get(i);
      int base = bases.get(i);
      Hash hash = hashed.get(i) ? Hash.ofContent(object) : null;
      if (base < 0) {
        write(writer, types.get(i), hash, object);
      } else {
        write(writer, types.get(i), hash, base, encoder.encode(objects.get(base), object));
      }
    }
    return writer.finish();
  }

  private static void write(FrameWriter writer, int type, Hash hash, byte[] object) {
    if (hash == null) {
      writer.add(type, object);
    } else {
      writer.add(type, hash, object);
    }
  }

  private static void write(FrameWriter writer, int type, Hash hash, int base, Delta delta) {
    if (hash == null) {
      writer.add(type, base, delta);
    } else {
      writer.add(type, hash, base, delta);
    }
  }
}
