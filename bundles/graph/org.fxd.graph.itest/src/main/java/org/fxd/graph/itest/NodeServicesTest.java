package org.fxd.graph.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.group.LiveGroup;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.watch.NodeChange;
import org.fxd.graph.api.watch.NodeTopics;
import org.fxd.graph.api.watch.Watch;
import org.fxd.graph.api.watch.WatchEvent;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.api.watch.Watchers;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
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
class NodeServicesTest {
  private static final Origin ME = new Origin("Ada <ada@example.org>", "itest");
  private static final Name A = Name.of("a");

  @InjectBundleContext BundleContext context;
  @InjectService Projects projects;
  @InjectService Selectors selectors;

  private Workspace workspace;

  @BeforeEach
  void create() {
    workspace = projects.createInMemory();
  }

  @AfterEach
  void close() {
    projects.close(workspace);
  }

  private Change change(Consumer<NodeBuilder> edit) {
    return workspace.change(
        ME, "edit", transaction -> edit.accept(transaction.root().child(Name.of(Workspace.CODE))));
  }

  private <T> T service(Class<T> type) throws InvalidSyntaxException {
    String filter = "(" + Workspace.PROJECT + "=" + workspace.project() + ")";
    for (ServiceReference<T> reference : context.getServiceReferences(type, filter)) {
      return context.getService(reference);
    }
    return null;
  }

  @Test
  void watchersAndGroupsComeAndGoWithTheProject() throws Exception {
    assertNotNull(service(Groups.class));
    BlockingQueue<WatchEvent> told = new LinkedBlockingQueue<>();
    Watch watch =
        service(Watchers.class)
            .watch("itest", new WatchTarget.OfSelector(selectors.compile("[value=1]")), told::add);
    change(code -> code.childOrNew(A, Kind.DATA).value(Value.of(1)));
    WatchEvent event = told.poll(30, TimeUnit.SECONDS);
    assertEquals(1, event.nodes().size());
    assertEquals(NodeChange.Kind.CREATED, event.nodes().get(0).kind());
    assertEquals(0, watch.failures());
    projects.close(workspace);
    assertNull(service(Watchers.class));
    assertNull(service(Groups.class));
    watch.close();
  }

  @Test
  void ownersComeAndGoWithTheProject() throws Exception {
    Change made = change(code -> code.childOrNew(A, Kind.DATA).value(Value.of(1)));
    Origin other = new Origin("Bob", "itest:other");
    NodePath path = NodePath.parse("code.a");
    workspace.session(other).at(path).set(2);
    Owners owners = service(Owners.class);
    Ownership ownership = owners.of(workspace.session(ME).at(path).id()).orElseThrow();
    assertEquals(ME.principal(), ownership.owner());
    assertEquals(made.operation().id(), ownership.created().operation());
    assertEquals(other, ownership.modified().origin());
    assertEquals("Bob", ownership.lastModifiedBy());
    projects.close(workspace);
    assertNull(service(Owners.class));
  }

  @Test
  void aLiveGroupFollows() throws Exception {
    Groups groups = service(Groups.class);
    Group group = Group.EMPTY.include(".data").reactive(true).debounce(Duration.ofMillis(1));
    workspace.change(ME, "group", transaction -> groups.put(transaction, Name.of("data"), group));
    BlockingQueue<MembersDiff> told = new LinkedBlockingQueue<>();
    Group kept = groups.find(workspace.root(), Name.of("data")).orElseThrow();
    try (LiveGroup live = groups.follow("itest", kept, told::add)) {
      change(code -> code.childOrNew(A, Kind.DATA));
      assertEquals(1, told.poll(30, TimeUnit.SECONDS).come().size());
      assertEquals(1, live.members().list().size());
    }
  }

  @Test
  void eventAdminTellsOfSingleNodes() throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    ServiceRegistration<EventHandler> handler =
        context.registerService(
            EventHandler.class,
            events::add,
            FrameworkUtil.asDictionary(
                Map.of(
                    EventConstants.EVENT_TOPIC,
                    List.of("org/fxd/graph/node/*"),
                    EventConstants.EVENT_FILTER,
                    "(" + NodeTopics.PROJECT + "=" + workspace.project() + ")")));
    try {
      Change created = change(code -> code.childOrNew(A, Kind.DATA));
      Event event = next(events, NodeTopics.CREATED, "code.a");
      Entry a = workspace.root().child(Workspace.CODE).entry(A).orElseThrow();
      assertEquals(workspace.project(), event.getProperty(NodeTopics.PROJECT));
      assertEquals(created.operation().id().toString(), event.getProperty(NodeTopics.OPERATION));
      assertEquals(a.id().toString(), event.getProperty(NodeTopics.ID));
      assertEquals("data", event.getProperty(NodeTopics.KIND));
      assertEquals(ME.principal(), event.getProperty(NodeTopics.PRINCIPAL));
      assertEquals(ME.source(), event.getProperty(NodeTopics.SOURCE));
      assertEquals(a.node().hash().toString(), event.getProperty(NodeTopics.HASH_AFTER));
      assertNull(event.getProperty(NodeTopics.HASH_BEFORE));
      change(code -> code.child(A).value(Value.of("text")));
      event = next(events, NodeTopics.CHANGED, "code.a");
      assertEquals(a.node().hash().toString(), event.getProperty(NodeTopics.HASH_BEFORE));
      assertTrue(event.containsProperty(NodeTopics.HASH_AFTER));
      change(code -> code.put(code.entry(A).orElseThrow().withName(Name.of("b"))));
      event = next(events, NodeTopics.MOVED, "code.b");
      assertEquals("code.a", event.getProperty(NodeTopics.PATH_BEFORE));
      change(code -> code.remove(Name.of("b")));
      event = next(events, NodeTopics.REMOVED, "code.b");
      assertNull(event.getProperty(NodeTopics.HASH_AFTER));
      assertTrue(events.isEmpty());
    } finally {
      handler.unregister();
    }
  }

  private static Event next(BlockingQueue<Event> events, String topic, String path)
      throws InterruptedException {
    Event event = events.poll(30, TimeUnit.SECONDS);
    assertEquals(topic, event.getTopic());
    assertEquals(path, event.getProperty(NodeTopics.PATH));
    return event;
  }
}
