package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitMap;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Component;

/** {@code git:map}: which commit of Git is which of the project. */
@Component(property = Command.NAME + "=git:map")
public final class MapCommand implements Command {
  private static final int MOST = 20;

  private final CommandSpec spec =
      CommandSpec.named("git:map", "Tells which commit of Git is which of the project")
          .description(
              """
              A commit that came from Git, or went there, has an id here and another one there. Give
              either, by its first digits, or any revision: HEAD, a branch, a tag.""")
          .parameter(
              "ID", "a revision, or the first digits of a Git commit's id", Completion.REVISION)
          .example("git:map HEAD", "tells what the commit that is checked out is in Git")
          .example("git:map main --json", "tells a program")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String id = context.parameter("ID").orElseThrow();
    GitMap map = context.service(GitMap.class);
    History history = context.service(History.class);
    List<Pair> pairs = new ArrayList<>();
    Optional<Commit> commit = resolve(history, id);
    commit.ifPresent(found -> pairs.add(new Pair(map.gitOf(found.id()), found)));
    if (id.matches("[0-9a-fA-F]{4,40}")) {
      for (GitMap.Pair pair : map.startingWith(id, MOST)) {
        if (commit.filter(found -> found.id().equals(pair.commit())).isEmpty()) {
          pairs.add(new Pair(Optional.of(pair.git()), history.commit(pair.commit())));
        }
      }
    }
    if (pairs.isEmpty()) {
      throw new NotFoundException(
          "There is no commit '" + id + "', neither here nor of those that came from Git.",
          "The log shows the commits that there are: fxd:log");
    }
    context.answer(
        pairs.stream().map(Pair::data).toList(),
        printer -> {
          printer.table(
              List.of("git", "here", "summary"), pairs.stream().map(Pair::cells).toList());
          if (pairs.stream().anyMatch(pair -> pair.git().isEmpty())) {
            printer.print(Style.FAINT, "what has no Git id is not in Git yet").line();
          }
        });
  }

  /** What the project itself calls so; digits may well be those of Git alone. */
  private static Optional<Commit> resolve(History history, String id) {
    try {
      return Optional.of(history.resolve(id));
    } catch (NotFoundException | UsageException e) {
      if (id.matches("[0-9a-fA-F]{4,40}")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A commit, and what it is in Git. */
  private record Pair(Optional<GitId> git, Commit commit) {
    Map<String, Object> data() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("git", git.map(GitId::toString).orElse(null));
      data.put("commit", commit.id().toString());
      data.put("summary", commit.summary());
      return data;
    }

    List<String> cells() {
      return List.of(git.map(GitId::toString).orElse("-"), commit.id().brief(), commit.summary());
    }
  }
}
