package org.fxd.git.jgit;

import java.nio.file.Path;
import java.util.Map;
import org.fxd.git.api.GitTopics;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Tells on Event Admin, where there is one, what the bridge did. */
@Component(service = GitEvents.class)
public final class GitEvents {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EventAdmin events;

  /**
   * Tells.
   *
   * @param topic one of {@link GitTopics}
   * @param commits how many went over
   */
  void post(String topic, Workspace workspace, Path repository, long commits, Origin origin) {
    EventAdmin admin = events;
    if (admin != null) {
      Map<String, String> properties =
          Map.of(
              GitTopics.PROJECT, workspace.project(),
              GitTopics.REPOSITORY, repository.toString(),
              GitTopics.COMMITS, Long.toString(commits),
              GitTopics.PRINCIPAL, origin.principal());
      admin.postEvent(new Event(topic, properties));
    }
  }
}
