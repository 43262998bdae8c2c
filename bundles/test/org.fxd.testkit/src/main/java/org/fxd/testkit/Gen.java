package org.fxd.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes values out of choices.
 *
 * @param <T> of this type
 */
@FunctionalInterface
public interface Gen<T> {
  /** One value. */
  T from(Choices choices);

  /** What a function makes of the values. */
  default <R> Gen<R> map(Function<? super T, ? extends R> function) {
    return choices -> function.apply(from(choices));
  }

  /** Lists of up to so many values. */
  default Gen<List<T>> list(int most) {
    return choices -> {
      List<T> list = new ArrayList<>();
      for (int left = choices.below(most + 1); left > 0; left--) {
        list.add(from(choices));
      }
      return list;
    };
  }
}
