package org.fxd.plugin.itest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Stands in for an interface of which a test needs a few methods only. */
final class Stub<T> {
  /** What a method does. */
  interface Answer {
    Object to(Object[] arguments);
  }

  private final Class<T> type;
  private final Map<String, Answer> answers = new HashMap<>();

  private Stub(Class<T> type) {
    this.type = type;
  }

  static <T> Stub<T> of(Class<T> type) {
    return new Stub<>(type);
  }

  Stub<T> on(String method, Answer answer) {
    answers.put(method, answer);
    return this;
  }

  Stub<T> on(String method, Object value) {
    return on(method, arguments -> value);
  }

  T make() {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              case "toString" -> "stub of " + type.getSimpleName();
              default -> {
                Answer answer = answers.get(method.getName());
                if (answer == null) {
                  throw new UnsupportedOperationException(method.toString());
                }
                yield answer.to(arguments);
              }
            };
    return type.cast(
        Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
