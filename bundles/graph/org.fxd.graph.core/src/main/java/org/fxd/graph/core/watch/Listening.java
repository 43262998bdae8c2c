package org.fxd.graph.core.watch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fxd.graph.api.watch.NodeTopics;

/** Which of the topics of single nodes anyone listens to, going by what the listeners ask for. */
public final class Listening implements Supplier<Set<String>> {
  private static final List<String> TOPICS =
      List.of(NodeTopics.CREATED, NodeTopics.CHANGED, NodeTopics.MOVED, NodeTopics.REMOVED);
  private static final String WILDCARD = "*";

  private final Supplier<? extends Collection<?>> asked;

  /**
   * Looks at what is asked for each time.
   *
   * @param asked the property {@code event.topics} of each listener: a text, an array or a
   *     collection
   */
  public Listening(Supplier<? extends Collection<?>> asked) {
    this.asked = asked;
  }

  @Override
  public Set<String> get() {
    Set<String> wanted = new HashSet<>();
    for (Object topics : asked.get()) {
      if (topics instanceof Object[] array) {
        List.of(array).forEach(topic -> add(topic, wanted));
      } else if (topics instanceof Collection<?> collection) {
        collection.forEach(topic -> add(topic, wanted));
      } else {
        add(topics, wanted);
      }
    }
    return wanted;
  }

  private static void add(Object asked, Set<String> wanted) {
    for (String topic : TOPICS) {
      if (asked instanceof String pattern && matches(pattern, topic)) {
        wanted.add(topic);
      }
    }
  }

  private static boolean matches(String pattern, String topic) {
    return pattern.equals(topic)
        || pattern.equals(WILDCARD)
        || pattern.endsWith("/" + WILDCARD)
            && topic.startsWith(pattern.substring(0, pattern.length() - 1));
  }
}
