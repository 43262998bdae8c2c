package org.fxd.plugin.api.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.versioning.ProviderType;

/** One call of a command: what was given, and where the answer goes. Belongs to one thread. */
@ProviderType
public interface CommandContext {
  /** The first value of a parameter, if it was given. */
  Optional<String> parameter(String name);

  /** All values of a parameter. */
  List<String> parameters(String name);

  /** The (first) value of an option, by its last name such as {@code --message}, if given. */
  Optional<String> option(String name);

  /** All values of an option, by its last name, in the order in which they were given. */
  default List<String> options(String name) {
    return option(name).map(List::of).orElse(List.of());
  }

  /** Whether a flag was given, by its last name such as {@code --force}. */
  boolean flag(String name);

  /** The folder against which relative file names are taken. */
  Path directory();

  /** A file name as typed, taken against {@link #directory()}. */
  default Path path(String typed) {
    return directory().resolve(typed).normalize();
  }

  /**
   * The project that commands work on.
   *
   * @throws FxdException if none is open; the hint says how to open one
   */
  Workspace workspace();

  /**
   * The project to fill, for a command that brings something in from outside. As {@link
   * #workspace()}, but if the project's file was named when the shell was started and is not there
   * yet, it is created now. Other commands never create it, so that a mistyped name shows.
   *
   * @throws FxdException if no project is open or named, or the file cannot be created
   */
  default Workspace workspaceOrNew() {
    return workspace();
  }

  /** Whether a project is open. */
  boolean hasWorkspace();

  /** Makes another open project the one that commands work on; with null, none. */
  void use(Workspace workspace);

  /**
   * A service of the project that commands work on, such as its history.
   *
   * @throws FxdException if no project is open, or nothing offers that service
   */
  <T> T service(Class<T> type);

  /**
   * Runs another command, in some project. What it answers goes where this call's answer goes. What
   * it fails with, this method throws: {@link FxdException} where that is for a person.
   *
   * @param words the command's name and what is behind it, as a person would type them
   * @since 1.2
   */
  void run(Workspace project, List<String> words) throws Exception;

  /** Who calls, and through which command: for changes. */
  Origin origin();

  /**
   * Answers. With {@code --json} the data is written as JSON, otherwise the text. May be called
   * more than once: each call is one JSON document on a line of its own.
   *
   * @param data maps with text keys, lists, texts, numbers, truth values and nulls
   * @param text writes the answer for a person
   */
  void answer(Object data, Consumer<Printer> text);

  /**
   * Answers with bytes, such as a rendered file. With {@code --json} they are written as they are
   * too; a command that wants otherwise asks {@link #isJson()}.
   */
  OutputStream bytes();

  /** Whether {@code --json} was given. */
  boolean isJson();

  /**
   * Whether a person sits at a terminal, so that a command may start an editor or ask. False for
   * scripts, pipes and calls from elsewhere.
   */
  default boolean isInteractive() {
    return false;
  }

  /** What is typed or piped in. */
  InputStream input();

  /** A person is told of it if the work takes over a second. */
  Progress progress();

  /** Asked for when a person presses Ctrl-C. */
  Cancellation cancellation();
}
