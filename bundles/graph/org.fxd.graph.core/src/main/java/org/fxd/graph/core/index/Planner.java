package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.core.index.Probe.Sources;
import org.fxd.graph.core.select.Complex;
import org.fxd.graph.core.select.Compound;
import org.fxd.graph.core.select.Condition;
import org.fxd.graph.core.select.SelectorList;

/** Finds out what an index can say of the nodes that a selector finds in one tree. */
final class Planner {
  private static final Comparator<Clause> BEST_FIRST = Comparator.comparingInt(Clause::rank);

  private static final int EXACT = 0;
  private static final int EQUAL = 1;
  private static final int COMMON = 2;
  private static final int HAS = 3;
  private static final int TYPE = 4;

  /** What every node has: that something has it says nothing. */
  private static final Set<String> EVERYWHERE =
      Set.of("kind", "type", "name", "id", "path", "file", "value");

  private static final int ID_DIGITS = 6;

  private final Node root;
  private final TreePaths paths;

  Planner(Node root) {
    this.root = root;
    this.paths = new TreePaths(root);
  }

  /** A plan; empty if the index says nothing of one of the alternatives. */
  Optional<Plan> plan(SelectorList selector) {
    List<Plan.Alternative> any = new ArrayList<>();
    for (Complex complex : selector.any()) {
      List<Clause> own = clauses(complex.subject());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      List<Clause> above = new ArrayList<>();
      for (Compound compound : complex.compounds().subList(0, complex.compounds().size() - 1)) {
        above.addAll(clauses(compound));
      }
      own.sort(BEST_FIRST);
      any.add(new Plan.Alternative(own, above));
    }
    return Optional.of(new Plan(any));
  }

  private List<Clause> clauses(Compound compound) {
    List<Clause> clauses = new ArrayList<>();
    for (Condition condition : compound.all()) {
      clause(condition).ifPresent(clauses::add);
    }
    return clauses;
  }

  private Optional<Clause> clause(Condition condition) {
    if (condition instanceof Condition.Type type) {
      return term(TYPE, Terms.type(type.name()));
    }
    if (condition instanceof Condition.Id id) {
      return Optional.of(id(id.id()));
    }
    if (condition instanceof Condition.Has has) {
      return has(has.key());
    }
    if (condition instanceof Condition.Test test) {
      return test(test);
    }
    if (condition instanceof Condition.Can can) {
      return term(COMMON, Terms.can(can.word()));
    }
    if (condition instanceof Condition.Is is) {
      return any(is.list());
    }
    if (condition instanceof Condition.NthChild nth) {
      return nth.of().flatMap(this::any);
    }
    if (condition instanceof Condition.Holds holds) {
      return any(holds.list())
          .map(inner -> new Clause(List.of(new Probe.Above(inner.any())), inner.rank()));
    }
    return condition instanceof Condition.Root ? Optional.of(rootChildren()) : Optional.empty();
  }

  private Clause rootChildren() {
    List<NodeId> ids = new ArrayList<>();
    for (Entry entry : root.entries()) {
      ids.add(entry.id());
    }
    return new Clause(List.of(new Probe.Units(ids, Scope.OWN)), EXACT);
  }

  /** What the subjects of a list have in common. */
  private Optional<Clause> any(SelectorList list) {
    List<Probe> probes = new ArrayList<>();
    int rank = EXACT;
    for (Complex complex : list.any()) {
      Optional<Clause> best = clauses(complex.subject()).stream().min(BEST_FIRST);
      if (best.isEmpty()) {
        return Optional.empty();
      }
      probes.addAll(best.get().any());
      rank = Math.max(rank, best.get().rank());
    }
    return Optional.of(new Clause(probes, rank));
  }

  /** By a metadatum, or by the first digits of the node's id. */
  private static Clause id(String id) {
    List<Probe> any = new ArrayList<>();
    any.add(new Probe.Term(Terms.equal("id", id), Sources.SELF));
    start(id).ifPresent(start -> any.add(new Probe.Id(start)));
    return new Clause(any, EXACT);
  }

  private static Optional<byte[]> start(String id) {
    String digits = id.toLowerCase(Locale.ROOT);
    if (digits.length() < ID_DIGITS || digits.length() > 2 * NodeId.LENGTH) {
      return Optional.empty();
    }
    boolean hex = digits.chars().allMatch(HexFormat::isHexDigit);
    return hex
        ? Optional.of(HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2))
        : Optional.empty();
  }

  private Optional<Clause> has(String key) {
    if (EVERYWHERE.contains(key) || NodeRows.UNTOLD.contains(key)) {
      return Optional.empty();
    }
    Sources own = key.equals("lang") ? Sources.INHERITED : Sources.SELF;
    List<Probe> any =
        List.of(
            new Probe.Term(Terms.has(key), own),
            new Probe.Term(Terms.equal("name", key), Sources.CHILD));
    return Optional.of(new Clause(any, HAS));
  }

  private Optional<Clause> test(Condition.Test test) {
    if (test.operator() == Condition.Operator.NOT_EQUAL) {
      return Optional.empty();
    }
    if (test.operator() == Condition.Operator.WORD && test.key().equals("type")) {
      return test.ignoreCase() ? Optional.empty() : term(TYPE, Terms.type(test.value()));
    }
    return test.operator() == Condition.Operator.EQUAL && !test.ignoreCase()
        ? equal(test.key(), test.value())
        : has(test.key());
  }

  private Optional<Clause> equal(String key, String value) {
    Probe.Term own = new Probe.Term(Terms.equal(key, value), Sources.SELF);
    long child = Terms.equal("name", key);
    return switch (key) {
      case "content", "size" -> Optional.empty();
      case "kind", "type" -> clause(TYPE, own, new Probe.Term(Terms.type(value), Sources.SELF));
      case "name" -> clause(EQUAL, own);
      case "id" -> Optional.of(id(value));
      case "path" -> clause(EXACT, own, new Probe.Units(paths.at(value), Scope.ANY));
      case "file" ->
          clause(
              EXACT,
              own,
              new Probe.Units(paths.files(value), Scope.ANY),
              new Probe.Term(child, Sources.UNTOLD_CHILD_ELSEWHERE));
      case "lang" ->
          clause(
              COMMON,
              new Probe.Term(own.term(), Sources.INHERITED),
              new Probe.Term(child, Sources.UNTOLD_CHILD));
      case "value" -> clause(TYPE, own, new Probe.Term(Terms.type("file"), Sources.INHERITED));
      default -> clause(EQUAL, own, new Probe.Term(child, Sources.UNTOLD_CHILD));
    };
  }

  private static Optional<Clause> term(int rank, long term) {
    return clause(rank, new Probe.Term(term, Sources.SELF));
  }

  private static Optional<Clause> clause(int rank, Probe... any) {
    return Optional.of(new Clause(List.of(any), rank));
  }
}
