package org.fxd.graph.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.ChangeTopics;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.api.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ProjectServicesTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "itest");
  private static final Duration LONG = Duration.ofSeconds(30);

  @InjectBundleContext BundleContext context;
  @InjectService Projects projects;
  @InjectService Nodes nodes;

  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = projects.createInMemory();
  }

  @AfterEach
  void close() {
    projects.close(workspace);
  }

  private static Change put(Workspace project, String name) {
    return project.change(
        ME,
        "put " + name,
        transaction ->
            transaction
                .root()
                .child(Name.of(Workspace.CODE))
                .childOrNew(Name.of(name), Kind.GAP)
                .value(Value.of(name)));
  }

  private <T> T service(Class<T> type, Workspace project) throws InvalidSyntaxException {
    String filter = "(" + Workspace.PROJECT + "=" + project.project() + ")";
    for (ServiceReference<T> reference : context.getServiceReferences(type, filter)) {
      return context.getService(reference);
    }
    return null;
  }

  @Test
  void theServicesOfAProjectComeAndGoWithIt() throws Exception {
    assertSame(workspace, service(Workspace.class, workspace));
    Store store = service(Store.class, workspace);
    assertTrue(store.ref("operation").isPresent());
    assertEquals(workspace, projects.find(workspace.project()).orElseThrow());
    projects.close(workspace);
    assertNull(service(Workspace.class, workspace));
    assertNull(service(Store.class, workspace));
    assertTrue(projects.find(workspace.project()).isEmpty());
    assertThrows(IllegalStateException.class, () -> store.ref("operation"));
  }

  @Test
  void twoProjectsStandSideBySide() throws Exception {
    Workspace other = projects.createInMemory();
    try {
      put(workspace, "here");
      put(other, "there");
      assertTrue(workspace.root().child("code").child("here").exists());
      assertTrue(other.root().child("code").child("there").exists());
      assertEquals(1, workspace.root().child("code").size());
      assertEquals(1, other.root().child("code").size());
      assertSame(other, service(Workspace.class, other));
      assertTrue(projects.all().containsAll(Set.of(workspace, other)));
    } finally {
      projects.close(other);
    }
    assertSame(workspace, service(Workspace.class, workspace));
  }

  @Test
  void anObserverIsToldWhileItIsRegistered() throws Exception {
    Workspace other = projects.createInMemory();
    BlockingQueue<Change> everywhere = new LinkedBlockingQueue<>();
    BlockingQueue<Change> here = new LinkedBlockingQueue<>();
    ServiceRegistration<Observer> all =
        context.registerService(
            Observer.class,
            (project, change) -> everywhere.add(change),
            FrameworkUtil.asDictionary(Map.of()));
    ServiceRegistration<Observer> one =
        context.registerService(
            Observer.class,
            (project, change) -> here.add(change),
            FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, workspace.project())));
    try {
      Change change = put(workspace, "a");
      put(other, "b");
      assertTrue(workspace.awaitObservers(LONG));
      assertTrue(other.awaitObservers(LONG));
      assertEquals(2, everywhere.size());
      assertEquals(1, here.size());
      assertEquals(change.operation(), here.remove().operation());
    } finally {
      all.unregister();
      one.unregister();
      projects.close(other);
    }
    put(workspace, "c");
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(2, everywhere.size());
    assertEquals(0, here.size());
  }

  @Test
  void aHookRefusesWhileItIsRegistered() {
    ServiceRegistration<ChangeHook> hook =
        context.registerService(
            ChangeHook.class,
            (before, after, origin) -> {
              throw new RefusedException("Not today, " + origin.principal() + ".");
            },
            FrameworkUtil.asDictionary(Map.of()));
    try {
      RefusedException refused = assertThrows(RefusedException.class, () -> put(workspace, "a"));
      assertEquals("Not today, Ada <ada@example.org>.", refused.getMessage());
      assertEquals(0, workspace.root().child("code").size());
    } finally {
      hook.unregister();
    }
    assertEquals(1, put(workspace, "a").count());
  }

  @Test
  void eventAdminTellsOfChangesInStrings() throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    ServiceRegistration<EventHandler> handler =
        context.registerService(
            EventHandler.class,
            events::add,
            FrameworkUtil.asDictionary(
                Map.of(
                    EventConstants.EVENT_TOPIC,
                    ChangeTopics.CHANGED,
                    EventConstants.EVENT_FILTER,
                    "(" + ChangeTopics.PROJECT + "=" + workspace.project() + ")")));
    try {
      Change change = put(workspace, "a");
      Event event = events.poll(30, TimeUnit.SECONDS);
      assertEquals(workspace.project(), event.getProperty(ChangeTopics.PROJECT));
      assertEquals(change.operation().id().toString(), event.getProperty(ChangeTopics.OPERATION));
      assertEquals(
          change.before().root().hash().toString(), event.getProperty(ChangeTopics.ROOT_BEFORE));
      assertEquals(
          change.after().root().hash().toString(), event.getProperty(ChangeTopics.ROOT_AFTER));
      assertEquals(ME.principal(), event.getProperty(ChangeTopics.PRINCIPAL));
      assertEquals(ME.source(), event.getProperty(ChangeTopics.SOURCE));
      assertEquals("put a", event.getProperty(ChangeTopics.DESCRIPTION));
      assertEquals(1, event.getProperty(ChangeTopics.COUNT));
    } finally {
      handler.unregister();
    }
  }

  @Test
  void nodesAreMadeAndCompared() {
    assertTrue(nodes.compare(workspace.root(), workspace.root(), change -> false));
    assertEquals("x", nodes.leaf(Kind.GAP, Value.of("x")).value().toString());
    assertThrows(
        NotFoundException.class, () -> workspace.root().builder().child(Name.of("nowhere")));
  }
}
