package org.fxd.plugin.itest.dropped;

import java.util.function.Supplier;

/** A component that works. */
public final class Greeter implements Supplier<String> {
  @Override
  public String get() {
    return "hello";
  }
}
