package org.fxd.graph.core.select;

import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.json.JsonValues;

/** Makes conditions ready. */
final class Checks {
  private static final String CAN = "can";
  private static final int READS = 2;

  private Checks() {}

  /** A condition, ready to be asked. */
  static Check of(Condition condition) {
    if (condition instanceof Condition.Any) {
      return (match, run) -> true;
    } else if (condition instanceof Condition.Type type) {
      return (match, run) -> isOfType(match.node(), type.name());
    } else if (condition instanceof Condition.Id id) {
      return new HasId(id.id());
    } else if (condition instanceof Condition.Has has) {
      return priced(READS, (match, run) -> run.attributes().of(match, has.key()).isPresent());
    } else if (condition instanceof Condition.Test test) {
      Operand operand = new Operand(test.value(), test.ignoreCase());
      return priced(
          READS,
          (match, run) -> operand.accepts(test.operator(), run.attributes().of(match, test.key())));
    } else if (condition instanceof Condition.Can can) {
      Operand word = new Operand(can.word(), false);
      return (match, run) -> {
        Value value = match.node().metadata(CAN);
        return !value.equals(Value.NONE) && word.isWordOf(value);
      };
    } else if (condition instanceof Condition.Contains contains) {
      return new HoldsText(new Needle(contains.text(), contains.ignoreCase()));
    } else {
      return structural(condition);
    }
  }

  private static Check structural(Condition condition) {
    if (condition instanceof Condition.Not not) {
      Alternatives none = new Alternatives(not.list());
      return priced(none.cost(), (match, run) -> !none.meets(match, run));
    } else if (condition instanceof Condition.Is is) {
      return new Alternatives(is.list());
    } else if (condition instanceof Condition.Holds holds) {
      return new HasBelow(new Alternatives(holds.list()), holds.children());
    } else if (condition instanceof Condition.NthChild nth) {
      return new StandsNth(nth.step(), nth.offset(), nth.of().map(Alternatives::new));
    } else if (condition instanceof Condition.LastChild) {
      return new StandsLast();
    } else if (condition instanceof Condition.Root) {
      return (match, run) -> match.parent().isEmpty();
    } else {
      return priced(READS, (match, run) -> isEmpty(run.seen().of(match).node()));
    }
  }

  private static Check priced(int cost, Check check) {
    return new Check() {
      @Override
      public boolean meets(Match match, Matching run) {
        return check.meets(match, run);
      }

      @Override
      public int cost() {
        return cost;
      }
    };
  }

  /** Whether a type is a node's kind, or one that its metadata name. */
  private static boolean isOfType(Node node, String type) {
    if (node.kind().name().equals(type)) {
      return true;
    }
    Value types = node.metadata("type");
    if (types instanceof Value.Text text) {
      return text.text().equals(type);
    }
    return types instanceof Value.Json json
        && JsonValues.elements(json.json()).orElse(List.of()).contains(Value.of(type));
  }

  private static boolean isEmpty(Node node) {
    for (Entry entry : node.entries()) {
      if (Visible.is(entry)) {
        return false;
      }
    }
    return true;
  }
}
