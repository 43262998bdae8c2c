package org.fxd.git.jgit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Git's configuration as this process meets it: one for all who need it, made when it is first
 * needed, as making it sets what JGit sees of the system. Safe for use by any number of threads.
 */
@Component(service = Configurations.class)
public final class Configurations {
  private final Environment environment;
  private Configuration configuration;

  /** Called by the container. */
  @Activate
  public Configurations() {
    this(Environment.ofProcess());
  }

  Configurations(Environment environment) {
    this.environment = environment;
  }

  Environment environment() {
    return environment;
  }

  synchronized Configuration get() {
    if (configuration == null) {
      configuration = new Configuration(environment);
    }
    return configuration;
  }
}
