package org.fxd.store.sqlite.frame;

import java.util.ArrayList;
import java.util.List;
import org.fxd.testkit.Choices;

/** Some objects, each whole or a delta against any other, without circles. */
final class GraphOfObjects {
  private static final int MOST = 12;

  private final List<byte[]> objects = new ArrayList<>();
  private final List<Integer> types = new ArrayList<>();
  private final List<Integer> bases = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();

  private GraphOfObjects() {}

  static GraphOfObjects from(Choices choices) {
    GraphOfObjects graph = new GraphOfObjects();
    int count = choices.below(MOST + 1);
    // Objects are made in one order and numbered in another, so that bases stand on either side.
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(choices.chance(40) ? choices.below(i + 1) : i, i);
      graph.objects.add(null);
      graph.types.add(0);
      graph.bases.add(-1);
    }
    for (int i = 0; i < count; i++) {
      int number = numbers.get(i);
      byte[] object = choices.bytes(60);
      if (i > 0 && choices.chance(60)) {
        int base = numbers.get(choices.below(i));
        graph.bases.set(number, base);
        object = Similar.to(graph.objects.get(base), choices);
      }
      graph.objects.set(number, object);
      graph.types.set(number, choices.below(6));
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
      int base = bases.get(i);
      if (base < 0) {
        writer.add(types.get(i), objects.get(i));
      } else {
        writer.add(types.get(i), base, encoder.encode(objects.get(base), objects.get(i)));
      }
    }
    return writer.finish();
  }
}
