package org.fxd.runtime.container;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's memory of the record whose {@code equals} or {@code hashCode} it linked last, one for
 * the whole JVM: up to JDK 19 the method handles that all records share keep the type they were
 * adapted to last, and with a bundle's record its class loader.
 */
final class LastRecord {
  private static final Logger LOG = LoggerFactory.getLogger(LastRecord.class);

  /** What is linked instead. */
  private record Nothing(String name) {}

  private LastRecord() {}

  /** Lets it be one of ours, so that what a bundle linked can be collected. */
  static void forget() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle name =
          lookup.findVirtual(Nothing.class, "name", MethodType.methodType(String.class));
      for (MethodType type :
          new MethodType[] {
            MethodType.methodType(boolean.class, Nothing.class, Object.class),
            MethodType.methodType(int.class, Nothing.class)
          }) {
        String method = type.parameterCount() == 2 ? "equals" : "hashCode";
        ObjectMethods.bootstrap(lookup, method, type, Nothing.class, "name", name);
      }
    } catch (Throwable e) { // what bootstrapping declares
      if (e instanceof Error error) {
        throw error;
      }
      LOG.debug("The last record that was linked stays in memory", e);
    }
  }
}
