package org.fxd.graph.core.upkeep;

import java.util.Arrays;

/** Numbers of objects that are still to be looked at; the last one comes first. */
final class Stack {
  private int[] numbers = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void push(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  int pop() {
    return numbers[--size];
  }
}
