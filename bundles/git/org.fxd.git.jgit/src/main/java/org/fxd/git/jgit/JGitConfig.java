package org.fxd.git.jgit;

import java.nio.file.Path;
import java.util.Optional;
import org.fxd.git.api.GitConfig;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The user's Git configuration, with the environment before the files, as Git has it. */
@Component
public final class JGitConfig implements GitConfig {
  private final Configurations configurations;

  /** Called by the container. */
  @Activate
  public JGitConfig(@Reference Configurations configurations) {
    this.configurations = configurations;
  }

  JGitConfig(Environment environment) {
    this(new Configurations(environment));
  }

  private Environment environment() {
    return configurations.environment();
  }

  @Override
  public Optional<String> userName() {
    return environment().variable("GIT_AUTHOR_NAME").or(() -> userName(environment().directory()));
  }

  @Override
  public Optional<String> userEmail() {
    return environment()
        .variable("GIT_AUTHOR_EMAIL")
        .or(() -> userEmail(environment().directory()));
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
    return configurations.get().get(WorkTree.around(folder), "user", name).map(String::strip);
  }
}
