package org.fxd.shell.call;

import java.util.Optional;
import java.util.function.Function;
import org.fxd.git.api.GitConfig;
import org.fxd.history.api.Person;
import org.fxd.shell.api.remote.Caller;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Who types: as the user's Git configuration has it, else the operating system's user. Read when a
 * command that changes something asks, and each time, since it may have been changed meanwhile.
 */
@Component(service = Authors.class)
public final class Authors {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile ComponentServiceObjects<GitConfig> git;

  /** The person who types in this process. */
  public Person current() {
    return person(GitConfig::userName, GitConfig::userEmail);
  }

  /**
   * The person who calls from another process of the same user: Git's configuration is that of the
   * folder where that process is, and of its environment, not of this one's.
   */
  public Person of(Caller caller) {
    return person(
        config -> caller.authorName().or(() -> config.userName(caller.directory())),
        config -> caller.authorEmail().or(() -> config.userEmail(caller.directory())));
  }

  private Person person(
      Function<GitConfig, Optional<String>> name, Function<GitConfig, Optional<String>> email) {
    ComponentServiceObjects<GitConfig> offer = git;
    GitConfig config = offer == null ? null : offer.getService();
    if (config == null) {
      return user();
    }
    try {
      String address = email.apply(config).map(Authors::clean).orElse("");
      return name.apply(config)
          .map(Authors::clean)
          .filter(text -> !text.isBlank())
          .map(text -> new Person(text, address))
          .orElseGet(() -> new Person(user().name(), address));
    } finally {
      offer.ungetService(config);
    }
  }

  private static Person user() {
    String name = clean(System.getProperty("user.name", ""));
    return new Person(name.isBlank() ? "unknown" : name, "");
  }

  private static String clean(String text) {
    return text.replaceAll("[<>\\p{Cntrl}]", "").strip();
  }
}
