package org.fxd.graph.core.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.ChangeTopics;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Posts every change to Event Admin, if there is one. */
public final class ChangedEvents implements Observer {
  private final Supplier<Optional<EventAdmin>> events;

  /** Posts to whatever the supplier gives at that time. */
  public ChangedEvents(Supplier<Optional<EventAdmin>> events) {
    this.events = events;
  }

  @Override
  public void changed(Workspace workspace, Change change) {
    events.get().ifPresent(admin -> post(admin, workspace, change));
  }

  private static void post(EventAdmin admin, Workspace workspace, Change change) {
    Map<String, Object> properties = properties(workspace, change);
    admin.postEvent(new Event(ChangeTopics.CHANGED, properties));
    Operation operation = change.operation();
    operation
        .field(Operation.UNDOES)
        .or(() -> operation.field(Operation.RESTORES))
        .ifPresent(
            concerned -> {
              Map<String, Object> more = new HashMap<>(properties);
              more.put(ChangeTopics.CONCERNED, concerned);
              admin.postEvent(new Event(ChangeTopics.UNDONE, more));
            });
  }

  private static Map<String, Object> properties(Workspace workspace, Change change) {
    Operation operation = change.operation();
    return Map.of(
        ChangeTopics.PROJECT, workspace.project(),
        ChangeTopics.OPERATION, operation.id().toString(),
        ChangeTopics.ROOT_BEFORE, change.before().root().hash().toString(),
        ChangeTopics.ROOT_AFTER, change.after().root().hash().toString(),
        ChangeTopics.PRINCIPAL, operation.origin().principal(),
        ChangeTopics.SOURCE, operation.origin().source(),
        ChangeTopics.DESCRIPTION, operation.description(),
        ChangeTopics.COUNT, change.count());
  }
}
