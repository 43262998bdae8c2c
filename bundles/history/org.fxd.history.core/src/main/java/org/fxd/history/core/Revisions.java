package org.fxd.history.core;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Reflog;

/**
 * Finds what a revision means: the one place where revisions are read.
 *
 * <p>{@code :/TEXT} stands alone. In front of the last <code>@{…}</code> stands a name if there is
 * a number within, and any revision if there is a moment. All else is a base with steps behind it:
 * an operation ({@code op:}), or what is tried as {@code @} or {@code HEAD}, a branch, a tag, a
 * remote's branch, a full reference name, then as the digits of an id, and then as a moment; so a
 * name always wins over digits, and both over a moment.
 */
final class Revisions {
  private static final String SAYING = ":/";
  private static final String OPERATION = "op:";
  private static final String EARLIER = "@{";

  private final Commits commits;
  private final CommitDigits digits;
  private final Reflog moves;
  private final OperationLog log;
  private final Moments moments;

  /**
   * The revisions of one open project.
   *
   * @param moves how its references moved
   * @param log what was done in it
   * @param moments reads moments
   */
  Revisions(Commits commits, Reflog moves, OperationLog log, Moments moments) {
    this.commits = commits;
    this.digits = new CommitDigits(commits);
    this.moves = moves;
    this.log = log;
    this.moments = moments;
  }

  /** The commit that a text means in a state of the project. */
  Commit resolve(State state, String text) {
    if (text.startsWith(SAYING)) {
      return saying(state, text.substring(SAYING.length()));
    }
    Revision.requireLength(text);
    int brace = text.lastIndexOf(EARLIER);
    int end = text.indexOf('}', Math.max(0, brace));
    if (brace >= 0 && end >= 0) {
      String when = text.substring(brace + EARLIER.length(), end);
      Commit base = earlier(state, text.substring(0, brace), when);
      return walk(text, base, Revision.steps(text, end + 1));
    }
    List<Revision> readings = Revision.readings(text);
    Revision longest = readings.get(0);
    if (longest.base().startsWith(OPERATION)) {
      // Hyphens behind it count operations.
      return walk(text, checkedOut(log.find(longest.base())), longest.steps());
    }
    List<Function<String, Optional<Commit>>> ways =
        List.of(
            base -> named(state, base),
            base -> digits.find(state, base),
            base -> moment(base).map(moment -> by(moment, base, head(state))));
    for (Function<String, Optional<Commit>> way : ways) {
      for (Revision reading : readings) {
        Optional<Commit> base = way.apply(reading.base());
        if (base.isPresent()) {
          return walk(text, base.get(), reading.steps());
        }
      }
    }
    throw unknown(state, readings.get(readings.size() - 1).base());
  }

  /** The state that a text means, if it means an operation and not a commit. */
  Optional<State> past(String text) {
    boolean isOperation =
        text.startsWith(OPERATION)
            && !text.contains(EARLIER)
            && Revision.readings(text).get(0).steps().isEmpty();
    return isOperation ? Optional.of(log.state(log.find(text))) : Optional.empty();
  }

  /** The reference of the branch with that name, if there is one. */
  Optional<String> branch(State state, String text) {
    String full = text.startsWith(State.BRANCHES) ? text : State.BRANCHES + text;
    return state.resolve(full).isPresent() ? Optional.of(full) : Optional.empty();
  }

  private Optional<Commit> named(State state, String base) {
    if (base.equals("@") || base.equals(State.HEAD)) {
      return Optional.of(head(state));
    }
    return state
        .resolve(State.BRANCHES + base)
        .or(() -> state.resolve(State.TAGS + base))
        .or(() -> state.resolve(State.REMOTES + base))
        .or(() -> base.startsWith("refs/") ? state.resolve(base) : Optional.empty())
        .map(id -> commits.get(id).commit());
  }

  private Commit head(State state) {
    return state
        .resolve(State.HEAD)
        .map(id -> commits.get(id).commit())
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There is no commit yet.", "Make one: fxd:commit -m MESSAGE"));
  }

  /** What stands before braces, as it was by what stands within; if nothing does, the head. */
  private Commit earlier(State state, String given, String when) {
    String name = given.isEmpty() ? State.HEAD : given;
    if (!when.isEmpty() && when.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
      return moves
          .at(name, number(when))
          .map(id -> commits.get(id).commit())
          .orElseThrow(() -> unknown(state, given + "@{" + when + "}"));
    }
    OffsetDateTime moment = moments.read(when);
    return by(moment, when, resolve(state, name));
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new UsageException("'@{" + digits + "}' is more than a log can have.", null, e);
    }
  }

  /** A moment that stands for itself. Seconds do not: {@code @1} would hardly be meant so. */
  private Optional<OffsetDateTime> moment(String base) {
    return base.startsWith("@") ? Optional.empty() : moments.find(base);
  }

  /** What was committed by a moment, from some commit on and along first parents. */
  private Commit by(OffsetDateTime moment, String said, Commit from) {
    Commit at = from;
    while (at.committed().toInstant().isAfter(moment.toInstant())) {
      if (at.parents().isEmpty()) {
        throw new NotFoundException(
            "Nothing was committed by " + said + ": the first commit is of " + at.committed() + ".",
            "fxd:log shows when each was.");
      }
      at = commits.get(at.parents().get(0)).commit();
    }
    return at;
  }

  /** The commit that was checked out after an operation. */
  private Commit checkedOut(Operation operation) {
    return log.state(operation)
        .resolve(State.HEAD)
        .map(id -> commits.get(id).commit())
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There was no commit yet after operation " + operation.id().brief() + ".",
                    "fxd:at op:" + operation.id().brief() + " shows how all was then."));
  }

  /** The newest commit, of those that some reference leads to, whose message holds a text. */
  private Commit saying(State state, String text) {
    List<Hash> tips = new ArrayList<>();
    state.refs("").keySet().forEach(ref -> state.resolve(ref).ifPresent(tips::add));
    CommitLog all =
        new CommitLog(commits, tips, List.of(), stored -> commits.parents(stored).values());
    for (Commit commit : all) {
      if (commit.message().contains(text)) {
        return commit;
      }
    }
    throw new NotFoundException(
        "No commit says '" + text + "' in its message.",
        "Case counts; fxd:log --message PATTERN searches with patterns.");
  }

  private Commit walk(String text, Commit base, List<Revision.Step> steps) {
    Commit at = base;
    for (Revision.Step step : steps) {
      if (step instanceof Revision.Step.Back back) {
        for (int i = 0; i < back.count(); i++) {
          at = parent(text, at, 1);
        }
      } else if (step instanceof Revision.Step.Parent parent && parent.number() > 0) {
        at = parent(text, at, parent.number());
      }
    }
    return at;
  }

  private Commit parent(String text, Commit commit, int number) {
    int count = commit.parents().size();
    if (number > count) {
      String has =
          count == 0
              ? "is a first commit and has no parent"
              : count == 1 ? "has one parent only" : "has " + count + " parents only";
      throw new NotFoundException(
          "There is no commit '" + text + "': " + commit.id().brief() + " " + has + ".",
          "The log shows the commits that there are: fxd:log");
    }
    return commits.get(commit.parents().get(number - 1)).commit();
  }

  private static NotFoundException unknown(State state, String base) {
    String what = "There is no branch, tag or commit '" + base + "'.";
    List<String> near = NearestNames.to(base, names(state));
    if (!near.isEmpty()) {
      return new NotFoundException(what, "Did you mean " + String.join(" or ", near) + "?");
    }
    return new NotFoundException(
        what,
        state.refs(State.BRANCHES).isEmpty()
            ? "There is no commit yet: fxd:commit -m MESSAGE"
            : "The log shows the commits that there are: fxd:log");
  }

  private static Set<String> names(State state) {
    Set<String> names = new TreeSet<>();
    names.add(State.HEAD);
    for (String prefix : List.of(State.BRANCHES, State.TAGS, State.REMOTES)) {
      state.refs(prefix).keySet().forEach(full -> names.add(full.substring(prefix.length())));
    }
    return names;
  }
}
