package org.fxd.graph.core.group;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;

/** Members of a group; who they are is worked out when first asked. */
final class ListedMembers implements Members {
  private static final String ORDER = "order";
  private static final String FILE = "file";
  private static final String LANG = "lang";

  private final Node root;
  private final BiFunction<Match, String, Value> attributes;
  private Supplier<List<Match>> source;
  private volatile List<Match> list;

  /**
   * Members that are worked out when needed.
   *
   * @param attributes gives the value of an attribute; no value if there is none
   * @param source gives the members; asked at most once
   */
  ListedMembers(
      Node root, BiFunction<Match, String, Value> attributes, Supplier<List<Match>> source) {
    this.root = root;
    this.attributes = attributes;
    this.source = source;
  }

  private Members of(List<Match> others) {
    return new ListedMembers(root, attributes, () -> others);
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public List<Match> list() {
    return list == null ? workedOut() : list;
  }

  private synchronized List<Match> workedOut() {
    if (list == null) {
      list = List.copyOf(source.get());
      source = null;
    }
    return list;
  }

  @Override
  public List<Match> listSnippets() {
    return list().stream().filter(member -> member.node().kind().equals(Kind.SNIPPET)).toList();
  }

  @Override
  public Members where(Predicate<Match> test) {
    return of(list().stream().filter(test).toList());
  }

  @Override
  public Members where(Selector selector) {
    return where((Predicate<Match>) selector::matches);
  }

  @Override
  public Map<String, Members> byFile() {
    return by(FILE);
  }

  @Override
  public Map<String, Members> byLang() {
    return by(LANG);
  }

  private Map<String, Members> by(String attribute) {
    Map<String, List<Match>> parts = new LinkedHashMap<>();
    for (Match member : list()) {
      String key = attributes.apply(member, attribute).toString();
      parts.computeIfAbsent(key, first -> new ArrayList<>()).add(member);
    }
    Map<String, Members> result = new LinkedHashMap<>();
    parts.forEach((key, part) -> result.put(key, of(part)));
    return result;
  }

  @Override
  public Members sortByOrder() {
    Map<NodeId, BigDecimal> orders = new HashMap<>();
    for (Match member : list()) {
      number(member, ORDER).ifPresent(order -> orders.put(member.id(), order));
    }
    Comparator<BigDecimal> absentLast = Comparator.nullsLast(Comparator.naturalOrder());
    List<Match> sorted = new ArrayList<>(list());
    sorted.sort(Comparator.comparing(member -> orders.get(member.id()), absentLast));
    return of(sorted);
  }

  @Override
  public Members reorder(List<NodeId> ids) {
    Map<NodeId, Match> members =
        list().stream().collect(Collectors.toMap(Match::id, Function.identity()));
    List<Match> ordered = new ArrayList<>();
    Set<NodeId> first = new HashSet<>();
    for (NodeId id : ids) {
      if (members.containsKey(id) && first.add(id)) {
        ordered.add(members.get(id));
      }
    }
    list().stream().filter(member -> !first.contains(member.id())).forEach(ordered::add);
    return of(ordered);
  }

  @Override
  public List<Value> values(String attribute) {
    return stream(attribute).toList();
  }

  private Stream<Value> stream(String attribute) {
    return list().stream()
        .map(member -> attributes.apply(member, attribute))
        .filter(value -> !value.equals(Value.NONE));
  }

  private Optional<BigDecimal> number(Match member, String attribute) {
    return attributes.apply(member, attribute).asNumber();
  }

  private Stream<BigDecimal> numbers(String attribute) {
    return stream(attribute).flatMap(value -> value.asNumber().stream());
  }

  @Override
  public BigDecimal sum(String attribute) {
    return numbers(attribute).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  public Optional<BigDecimal> min(String attribute) {
    return numbers(attribute).min(Comparator.naturalOrder());
  }

  @Override
  public Optional<BigDecimal> max(String attribute) {
    return numbers(attribute).max(Comparator.naturalOrder());
  }

  @Override
  public Optional<BigDecimal> average(String attribute) {
    List<BigDecimal> numbers = numbers(attribute).toList();
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128));
  }

  @Override
  public String concat(String attribute, String between) {
    return stream(attribute).map(Value::toString).collect(Collectors.joining(between));
  }

  @Override
  public Group frozen() {
    return new Group(
        list().stream().map(Match::id).toList(), List.of(), List.of(), false, Duration.ZERO);
  }

  @Override
  public String toString() {
    return list().toString();
  }
}
