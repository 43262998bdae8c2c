package org.fxd.graph.core.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.oplog.Step;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;

/** The operation log of one project. */
public final class ProjectOperationLog implements OperationLog {
  private final ProjectWorkspace workspace;
  private final LoggedOperations log;

  /** The log of a project that is open. */
  public ProjectOperationLog(ProjectWorkspace workspace) {
    this.workspace = workspace;
    this.log = workspace.log();
  }

  /**
   * Where to go.
   *
   * @param concerned the operation that this is about
   * @param base a state
   * @param wanted what it is to become; done again on the newest state if that is another one
   * @param description the line for the log
   * @param fields what the operation that goes there says
   */
  private record Goal(
      Operation concerned,
      ProjectState base,
      ProjectState wanted,
      String description,
      SortedMap<String, String> fields) {}

  @Override
  public Operation newest() {
    return workspace.newest();
  }

  @Override
  public Operation current() {
    return standing(newest());
  }

  @Override
  public Iterable<Operation> from(Operation operation) {
    return () -> log.from(operation.id());
  }

  @Override
  public Operation find(String text) {
    return new OperationSearch(log, newest(), current()).find(text);
  }

  @Override
  public ProjectState state(Operation operation) {
    return kept(operation.id())
        .map(this::left)
        .orElseThrow(() -> OperationSearch.forgotten(operation.id()));
  }

  @Override
  public Step undo(Origin origin) {
    return go(
        origin,
        newest -> {
          Operation undone = standing(newest);
          Operation earlier = before(undone);
          return new Goal(
              undone,
              left(newest),
              left(earlier),
              "undo: " + undone.description(),
              fields(Operation.UNDOES, undone, Operation.AT, earlier));
        });
  }

  @Override
  public Step redo(Origin origin) {
    return go(
        origin,
        newest -> {
          Operation next = undone(newest);
          return new Goal(
              next,
              left(newest),
              left(next),
              "redo: " + next.description(),
              fields(Operation.REDOES, next, Operation.AT, next));
        });
  }

  @Override
  public Step undo(Operation operation, Origin origin) {
    try {
      return go(
          origin,
          newest ->
              new Goal(
                  operation,
                  state(operation),
                  left(before(operation)),
                  "undo: " + operation.description(),
                  fields(Operation.UNDOES, operation)));
    } catch (ConflictException e) {
      throw new ConflictException(
          "Operation "
              + operation.id().brief()
              + " cannot be undone by itself, because of what was done since: "
              + e.getMessage(),
          "Undo what was done since first (fxd:undo, once for each), or go back to before it:"
              + " fxd:restore "
              + operation.id().brief()
              + "-",
          e);
    }
  }

  @Override
  public Step restore(Operation operation, Origin origin) {
    return go(
        origin,
        newest ->
            new Goal(
                operation,
                left(newest),
                state(operation),
                "restore: " + operation.description(),
                fields(Operation.RESTORES, operation)));
  }

  /** Goes to where a goal is chosen to be while nobody else changes the project. */
  private Step go(Origin origin, Function<Operation, Goal> choice) {
    workspace.requireWritable();
    Goal goal;
    Optional<Heads.Sealed> sealed;
    try (WriteTurn.Held held = workspace.turn().take()) {
      workspace.settle();
      goal = choice.apply(workspace.newest());
      Edited edited =
          new Edited(
              goal.base(),
              goal.wanted().node(),
              goal.fields(),
              Set.of(),
              List.of(),
              Map.of(),
              Set.of(),
              workspace.collections());
      sealed = workspace.seal(held.batch(), edited, origin, goal.description());
    }
    Change change = sealed.map(Heads.Sealed::await).orElseGet(workspace::unchanged);
    return new Step(goal.concerned(), change);
  }

  /** The operation that the project stands at after one. */
  private Operation standing(Operation newest) {
    return newest
        .field(Operation.AT)
        .map(Hash::parse)
        .map(at -> kept(at).orElseThrow(() -> OperationSearch.forgotten(at)))
        .orElse(newest);
  }

  private Operation before(Operation operation) {
    if (operation.parents().isEmpty()) {
      throw new NotFoundException(
          "There is nothing to undo: the project begins with this operation ("
              + operation.description()
              + ").");
    }
    Hash earlier = operation.parents().get(0);
    return kept(earlier).orElseThrow(() -> OperationSearch.forgotten(earlier));
  }

  /**
   * The operation that comes after the one that the project stands at, on the way to the newest one
   * that is no step back or forth.
   */
  private Operation undone(Operation newest) {
    Operation standing = standing(newest);
    Operation at = newest;
    while (at.field(Operation.AT).isPresent()) {
      at = before(at);
    }
    if (at.id().equals(standing.id())) {
      throw new NotFoundException(
          "There is nothing to do again: nothing was undone since the newest change ("
              + at.description()
              + ").",
          "fxd:oplog shows what was done.");
    }
    while (!at.parents().contains(standing.id())) {
      at = before(at);
    }
    return at;
  }

  private Optional<Operation> kept(Hash id) {
    return log.find(id);
  }

  private ProjectState left(Operation operation) {
    return new ProjectState(workspace.objects().node(operation.after()), operation.id());
  }

  private static SortedMap<String, String> fields(String name, Operation operation) {
    return new TreeMap<>(Map.of(name, operation.id().toString()));
  }

  private static SortedMap<String, String> fields(
      String name, Operation operation, String other, Operation second) {
    SortedMap<String, String> fields = fields(name, operation);
    fields.put(other, second.id().toString());
    return fields;
  }
}
