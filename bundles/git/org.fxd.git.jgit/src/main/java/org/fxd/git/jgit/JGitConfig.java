package org.fxd.git.jgit;

import java.nio.file.Path;
import java.util.Optional;
import org.fxd.git.api.GitConfig;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The user's Git configuration, with the environment before the files, as Git has it. */
@Component
public final class JGitConfig implements GitConfig {
  private final Environment environment;
  private Configuration configuration;

  /** Called by the container. */
  @Activate
  public JGitConfig() {
    this(Environment.ofProcess());
  }

  JGitConfig(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Optional<String> userName() {
    return environment.variable("GIT_AUTHOR_NAME").or(() -> userName(environment.directory()));
  }

  @Override
  public Optional<String> userEmail() {
    return environment.variable("GIT_AUTHOR_EMAIL").or(() -> userEmail(environment.directory()));
  }

  @Override
  public Optional<String> userName(Path folder) {
    return setting(folder, "name");
  }

  @Override
  public Optional<String> userEmail(Path folder) {
    return setting(folder, "email");
  }

  private Optional<String> setting(Path folder, String name) {
    return configuration().get(WorkTree.around(folder), "user", name).map(String::strip);
  }

  private synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = new Configuration(environment);
    }
    return configuration;
  }
}
