package org.fxd.shell.call;

import java.util.Optional;
import org.fxd.git.api.GitConfig;
import org.fxd.history.api.Person;
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
public class Authors {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile ComponentServiceObjects<GitConfig> git;

  /** The person who types. */
  public Person current() {
    ComponentServiceObjects<GitConfig> offer = git;
    GitConfig config = offer == null ? null : offer.getService();
    if (config == null) {
      return user();
    }
    try {
      Optional<String> name = config.userName().filter(text -> !clean(text).isBlank());
      String email = config.userEmail().map(Authors::clean).orElse("");
      return name.map(text -> new Person(clean(text), email))
          .orElseGet(() -> new Person(user().name(), email));
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
